namespace AlphaKit.Data.Tests.Store;

public sealed class AsOfTests
{
    private static readonly DateOnly Half = new(2025, 6, 30), Third = new(2025, 9, 30);

    [Fact]
    public async Task A_row_shows_from_its_announcement_at_the_clock_of_its_table()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using StoreWriter writer = await store.WriteAsync();
        await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10), (1, 1, 11)));
        await writer.AppendAsync(Rows.Income, Rows.Statements((1, Half, new(2025, 8, 20), "0", 5), (1, Half, new(2025, 10, 30), "1", 6), (1, Third, new(2025, 10, 30), "0", 9)));
        Assert.Equal(0, (await store.AsOf(Rows.Day(0), Clock.Open).ReadAsync("daily")).RowCount);
        Assert.Equal(1, (await store.AsOf(Rows.Day(0), Clock.Close).ReadAsync("daily")).RowCount);
        Assert.Equal(2, (await store.AsOf(Rows.Day(1)).ReadAsync("daily")).RowCount);
        Assert.Equal(0, (await store.AsOf(new DateOnly(2025, 8, 20), Clock.Evening).ReadAsync("income")).RowCount);
        Assert.Equal([5.0], Rows.Numbers(await store.AsOf(new DateOnly(2025, 8, 20)).ReadAsync("income"), "n_income"));
        Assert.Equal([5.0], Rows.Numbers(await store.AsOf(new DateOnly(2025, 10, 29)).ReadAsync("income"), "n_income"));
        Assert.Equal(3, (await store.AsOf(new DateOnly(2025, 10, 30)).ReadAsync("income")).RowCount);
    }

    [Fact]
    public async Task A_correction_shows_from_the_moment_it_was_recorded_and_what_was_known_stays()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using (StoreWriter writer = await store.WriteAsync()) await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10), (2, 0, 20)));
        folder.Now = StoreFolder.Start.AddDays(3);
        await using (StoreWriter writer = await store.WriteAsync())
        {
            Assert.Equal(new AppendResult(2, 0, 1, 1, 0), await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10.5), (2, 0, 20))));
            await writer.CompactAsync();
        }

        Assert.Equal(Rows.Of(Rows.Bars((1, 0, 10.5), (2, 0, 20))), Rows.Of(await store.Latest.ReadAsync("daily")));
        Assert.Equal(Rows.Of(Rows.Bars((1, 0, 10), (2, 0, 20))), Rows.Of(await store.AsOf(Rows.Day(0)).ReadAsync("daily")));
        Assert.Equal(Rows.Of(Rows.Bars((1, 0, 10), (2, 0, 20))), Rows.Of(await store.AsOf(folder.Now.AddSeconds(-1)).ReadAsync("daily")));
        Assert.Equal(Rows.Of(Rows.Bars((1, 0, 10.5), (2, 0, 20))), Rows.Of(await store.AsOf(folder.Now).ReadAsync("daily")));
        Assert.Equal(Rows.Of(Rows.Bars((1, 0, 10), (2, 0, 20))), Rows.Of(await store.Latest.RecordedBy(StoreFolder.Start).ReadAsync("daily")));
        Assert.Equal(0, (await store.Latest.RecordedBy(StoreFolder.Start.AddSeconds(-1)).ReadAsync("daily")).RowCount);
        StoreTableInfo info = store.Describe("daily")!;
        Assert.Equal((3, 1), (info.Rows, info.Corrections));
    }

    [Fact]
    public async Task Corrections_of_the_same_second_are_told_apart_and_a_value_may_come_back()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using StoreWriter writer = await store.WriteAsync();
        foreach (double close in new[] { 10, 11, 10.0 }) await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, close)));
        Assert.Equal([10.0], Rows.Numbers(await store.Latest.ReadAsync("daily"), "close"));
        Assert.Equal([11.0], Rows.Numbers(await store.Latest.RecordedBy(StoreFolder.Start.AddMicroseconds(1)).ReadAsync("daily"), "close"));
        Assert.Equal(3, store.Describe("daily")!.Rows);
    }

    [Fact]
    public async Task A_corrected_statement_is_a_further_version_announced_when_it_was_recorded()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using StoreWriter writer = await store.WriteAsync();
        await writer.AppendAsync(Rows.Income, Rows.Statements((1, Half, new(2025, 8, 20), "0", 5)));
        await writer.AppendAsync(Rows.Income, Rows.Statements((1, Half, new(2025, 8, 20), "0", 5.5)));
        SourceTable all = await store.Latest.ReadAsync("income");
        Assert.Equal([5.0, 5.5], all.Find("n_income")!.Numbers.ToArray());
        Assert.Equal([new DateOnly(2025, 8, 20), new DateOnly(2026, 3, 2)], all.Find("f_ann_date")!.Dates.ToArray());
        Assert.Equal([new DateOnly(2025, 8, 20), new DateOnly(2025, 8, 20)], all.Find("ann_date")!.Dates.ToArray());
    }

    [Fact]
    public async Task A_date_that_ends_an_interval_is_missing_before_it_has_come()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using StoreWriter writer = await store.WriteAsync();
        SourceTable shares = new(
            "stock_basic",
            [
                SourceColumn.Of("ts_code", [Rows.Share(1), Rows.Share(2)]),
                SourceColumn.Of("list_date", [new DateOnly(2001, 1, 5), new DateOnly(2020, 6, 1)]),
                SourceColumn.Of("delist_date", [new DateOnly(2019, 5, 6), SourceColumn.NoDate]),
            ],
            "test");
        await writer.AppendAsync(StoreTable.Find("stock_basic")!, shares);
        SourceTable early = await store.AsOf(new DateOnly(2015, 1, 1)).ReadAsync("stock_basic"), late = await store.AsOf(new DateOnly(2020, 12, 1)).ReadAsync("stock_basic");
        Assert.Equal([SourceColumn.NoDate], early.Find("delist_date")!.Dates.ToArray());
        Assert.Equal([new DateOnly(2019, 5, 6), SourceColumn.NoDate], late.Find("delist_date")!.Dates.ToArray());
    }
}
