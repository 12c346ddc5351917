namespace AlphaKit.Data.Tests.Store;

public sealed class AppendTests
{
    [Fact]
    public async Task What_is_written_is_read_back_by_another_store_object()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        SourceTable rows = new(
            "forecast",
            [
                SourceColumn.Of("ts_code", [Rows.Share(1), Rows.Share(2), Rows.Share(1)]),
                SourceColumn.Of("ann_date", [new DateOnly(2026, 1, 20), new DateOnly(2026, 1, 21), SourceColumn.NoDate]),
                SourceColumn.Of("end_date", [new DateOnly(2025, 12, 31), new DateOnly(2025, 12, 31), SourceColumn.NoDate]),
                SourceColumn.Of("type", ["预增", "", "扭亏"]),
                SourceColumn.Of("p_change_min", [12.5, double.NaN, -0.1 - 0.2]),
            ],
            "test");
        await using (StoreWriter writer = await store.WriteAsync())
            Assert.Equal(new AppendResult(3, 3, 0, 0, 0), await writer.AppendAsync(StoreTable.Find("forecast")!, rows));
        MarketStore again = await folder.OpenAsync();
        Assert.Equal(Rows.Of(rows), Rows.Of(await again.Latest.ReadAsync("forecast")));
        Assert.Equal(["forecast/2025_000001.parquet", "forecast/undated_000001.parquet"], again.Describe("forecast")!.Files);
        Assert.Equal(store.Version, again.Version);
        Assert.Equal(["type", "ts_code"], (await again.Latest.ReadAsync("forecast", ["type", "ts_code"])).Columns.Select(c => c.Name));
    }

    [Fact]
    public async Task The_same_rows_again_change_nothing_not_even_a_file()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using StoreWriter writer = await store.WriteAsync();
        await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10), (2, 0, 20), (1, 5, 11)));
        SortedDictionary<string, string> before = folder.Files();
        string version = store.Version;
        Assert.Equal(new AppendResult(2, 0, 0, 2, 0), await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 5, 11), (1, 0, 10))));
        Assert.Equal(before, folder.Files());
        Assert.Equal(version, store.Version);
    }

    [Fact]
    public async Task A_second_writer_knows_rows_of_the_first()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using (StoreWriter writer = await store.WriteAsync()) await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10), (2, 0, 20)));
        MarketStore other = await folder.OpenAsync();
        await using StoreWriter second = await other.WriteAsync();
        Assert.Equal(new AppendResult(3, 1, 1, 1, 0), await second.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10), (2, 0, 21), (3, 0, 30))));
    }

    [Fact]
    public async Task A_delivery_and_its_marks_are_one_change()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using (StoreWriter writer = await store.WriteAsync())
        {
            await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10)), new Dictionary<string, string> { ["through"] = "20251229", ["slice/1"] = "done" });
            await writer.MarkAsync(Rows.Daily, new Dictionary<string, string> { ["slice/1"] = "" });
        }

        MarketStore again = await folder.OpenAsync();
        Assert.Equal("20251229", again.Mark("daily", "through"));
        Assert.Null(again.Mark("daily", "slice/1"));
        Assert.Null(again.Mark("moneyflow", "through"));
    }

    [Fact]
    public async Task Columns_that_come_later_are_missing_in_earlier_rows()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using StoreWriter writer = await store.WriteAsync();
        await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10)));
        SourceTable wider = new("daily", [.. Rows.Bars((1, 4, 11)).Columns, SourceColumn.Of("amount", [5.0])], "test");
        await writer.AppendAsync(Rows.Daily, wider);
        Assert.Equal([double.NaN, 5.0], Rows.Numbers(await store.Latest.ReadAsync("daily"), "amount"));
        Assert.Equal(new AppendResult(1, 0, 0, 1, 0), await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10))));
    }

    [Fact]
    public async Task A_delivery_that_cannot_be_right_writes_nothing()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using StoreWriter writer = await store.WriteAsync();
        await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10)));
        SortedDictionary<string, string> before = folder.Files();
        await Fails("unique_key", Rows.Daily, Rows.Bars((1, 1, 10), (2, 1, 10), (1, 1, 10.01)));
        await Fails("readable_value", Rows.Daily, Rows.Bars((1, 1, double.PositiveInfinity)));
        await Fails("key_present", Rows.Daily, new SourceTable("daily", [SourceColumn.Of("ts_code", [Rows.Share(1)]), SourceColumn.Of("trade_date", [SourceColumn.NoDate])], "test"));
        await Fails("required_column", Rows.Daily, new SourceTable("daily", [SourceColumn.Of("ts_code", [Rows.Share(1)])], "test"));
        await Fails("required_column", Rows.Daily, new SourceTable("daily", [.. Rows.Bars((1, 1, 1)).Columns.Take(2), SourceColumn.Of("close", ["ten"])], "test"));
        await Fails("required_column", Rows.Daily, new SourceTable("daily", [.. Rows.Bars((1, 1, 1)).Columns, SourceColumn.Of("recorded_at", ["now"])], "test"));
        await Assert.ThrowsAsync<ArgumentException>(() => writer.AppendAsync(new StoreTable("daily", "ts_code"), Rows.Bars((1, 1, 1))));
        Assert.Equal(before, folder.Files());

        async Task Fails(string rule, StoreTable table, SourceTable rows) =>
            Assert.Equal(rule, (await Assert.ThrowsAsync<DataValidationException>(() => writer.AppendAsync(table, rows))).Rule);
    }

    [Fact]
    public async Task One_writer_writes_at_a_time()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync(), other = await folder.OpenAsync();
        await using (StoreWriter writer = await store.WriteAsync())
            await Assert.ThrowsAsync<MarketStoreBusyException>(async () => await other.WriteAsync());
        await using StoreWriter next = await other.WriteAsync();
        await next.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10)));
    }

    [Fact]
    public async Task A_reader_waits_while_a_writer_commits_but_not_until_it_has_finished()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using StoreWriter writer = await store.WriteAsync();
        await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10)));
        string commit = Path.Combine(folder.Path, "daily", "commit.json");
        File.Copy(Path.Combine(folder.Path, "daily", "manifest.json"), commit);
        await Assert.ThrowsAsync<MarketStoreBusyException>(async () => await folder.OpenAsync());
        Task<MarketStore> opening = MarketStore.OpenAsync(folder.Path, new MarketStoreOptions { Patience = TimeSpan.FromMinutes(1) }).AsTask();
        await Task.Delay(100);
        Assert.False(opening.IsCompleted);
        File.Delete(commit);
        Assert.Equal(1, (await (await opening).Latest.ReadAsync("daily")).RowCount);
    }

    [Fact]
    public async Task A_folder_with_other_things_is_refused()
    {
        using StoreFolder folder = new();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "letter.txt"), "dear");
        await Assert.ThrowsAsync<MarketStoreException>(async () => await folder.OpenAsync());
        Assert.Equal(["letter.txt"], folder.Files().Keys);
    }

    [Fact]
    public async Task A_damaged_or_missing_file_is_not_read()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using (StoreWriter writer = await store.WriteAsync()) await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10), (2, 0, 20)));
        string file = Path.Combine(folder.Path, "daily", "2025_000001.parquet");
        byte[] bytes = await File.ReadAllBytesAsync(file);
        bytes[40] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        MarketStore again = await folder.OpenAsync();
        await Assert.ThrowsAsync<MarketStoreException>(async () => await again.Latest.ReadAsync("daily"));
        File.Delete(file);
        await Assert.ThrowsAsync<MarketStoreException>(async () => await again.Latest.ReadAsync("daily"));
    }
}
