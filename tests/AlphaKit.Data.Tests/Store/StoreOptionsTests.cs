namespace AlphaKit.Data.Tests.Store;

public sealed class StoreOptionsTests
{
    [Fact]
    public void Options_outside_their_bounds_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarketStoreOptions { Threads = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarketStoreOptions { IndexedKeys = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MarketStoreOptions { Patience = TimeSpan.FromTicks(-1) });
        Assert.Equal((1, 1, TimeSpan.Zero), new MarketStoreOptions { Threads = 1, IndexedKeys = 1, Patience = TimeSpan.Zero } is var o ? (o.Threads, o.IndexedKeys, o.Patience) : default);
    }

    [Fact]
    public void Definitions_that_contradict_themselves_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new StoreTable("Daily", "ts_code"));
        Assert.Throws<ArgumentException>(() => new StoreTable("../daily", "ts_code"));
        Assert.Throws<ArgumentException>(() => new StoreTable("daily"));
        Assert.Throws<ArgumentException>(() => new StoreTable("daily", "ts_code", "ts_code"));
        Assert.Throws<ArgumentException>(() => new StoreTable("daily", "ts_code") { EventDate = "trade_date" });
        Assert.Throws<ArgumentException>(() => new StoreTable("daily", "ts_code") { Partition = StorePartition.Year }.Check());
        Assert.Throws<ArgumentException>(() => new StoreTable("daily", "ts_code") { KnownAt = Clock.Close }.Check());
        Assert.Throws<ArgumentException>(() => new StoreTable("daily", "ts_code") { Announced = ["ann_date"] }.Check());
    }

    [Fact]
    public void Every_table_that_can_be_imported_can_be_stored()
    {
        Assert.All(VendorTable.All, table =>
        {
            StoreTable stored = StoreTable.Of(table);
            stored.Check();
            Assert.All(stored.Key.Concat(stored.Announced).Concat(stored.Endings), column => Assert.NotNull(table.FindColumn(column)));
            if (table.Shape == TableShape.Daily) Assert.Equal("trade_date", stored.EventDate);
            if (table.Fields.Any() && table.Name != "daily") Assert.True(stored.KnownAt >= table.Fields.Max(f => f.KnownAt));
        });
        Assert.Equal((Clock.Close, Clock.NextMorning, Clock.Open), (StoreTable.Find("daily")!.KnownAt, StoreTable.Find("margin_detail")!.KnownAt, StoreTable.Find("adj_factor")!.KnownAt));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 1)]
    [InlineData(1, 1_000_000)]
    public async Task Neither_threads_nor_memory_change_a_byte(int threads, int keys)
    {
        using StoreFolder usual = new(), other = new();
        foreach (StoreFolder folder in new[] { usual, other })
        {
            MarketStoreOptions options = folder == usual ? folder.Options : folder.Options with { Threads = threads, IndexedKeys = keys };
            MarketStore store = await MarketStore.OpenAsync(folder.Path, options);
            await using StoreWriter writer = await store.WriteAsync();
            for (int round = 0; round < 4; round++)
            {
                await writer.AppendAsync(Rows.Daily, Rows.Bars([.. from day in Enumerable.Range(0, 6) from share in Enumerable.Range(0, 9) select (share, day, share + ((round + day) / 3) + 1.0)]));
                await writer.AppendAsync(Rows.Income, Rows.Statements([.. Enumerable.Range(0, 9).Select(share => (share, new DateOnly(2024 + (share % 2), 12, 31), new DateOnly(2026, 1, 20 + (round % 2)), "0", (double)share))]));
            }

            await writer.CompactAsync();
            Assert.True(store.Describe("daily")!.Corrections > 0);
        }

        Assert.Equal(usual.Files(), other.Files());
    }
}
