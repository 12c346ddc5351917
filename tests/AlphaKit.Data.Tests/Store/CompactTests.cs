namespace AlphaKit.Data.Tests.Store;

public sealed class CompactTests
{
    [Fact]
    public async Task Joined_files_do_not_depend_on_the_deliveries()
    {
        using StoreFolder many = new(), once = new();
        MarketStore pieces = await many.OpenAsync(), whole = await once.OpenAsync();
        (int, int, double)[] rows = [.. from day in Enumerable.Range(0, 8) from share in Enumerable.Range(1, 30) select (share, day, share + (day / 4.0))];
        await using (StoreWriter writer = await pieces.WriteAsync())
        {
            foreach ((int, int, double)[] piece in rows.Chunk(37).Reverse()) await writer.AppendAsync(Rows.Daily, Rows.Bars(piece));
            Assert.Equal(2, await writer.CompactAsync());
        }

        await using (StoreWriter writer = await whole.WriteAsync())
        {
            await writer.AppendAsync(Rows.Daily, Rows.Bars([.. rows.Reverse()]));
            await writer.CompactAsync();
        }

        Assert.Equal(["daily/2025.parquet", "daily/2026.parquet"], pieces.Describe("daily")!.Files);
        Assert.Equal(once.Files(), many.Files());
        Assert.Equal(Rows.Of(Rows.Bars(rows)), Rows.Of(await pieces.Latest.ReadAsync("daily")));
    }

    [Fact]
    public async Task Joining_twice_changes_nothing_and_keeps_the_version()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using StoreWriter writer = await store.WriteAsync();
        await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10)));
        await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 1, 11)));
        string version = store.Version;
        Assert.Equal(1, await writer.CompactAsync("daily"));
        Assert.Equal(version, store.Version);
        SortedDictionary<string, string> before = folder.Files();
        Assert.Equal(0, await writer.CompactAsync("daily"));
        Assert.Equal(before, folder.Files());
        await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 2, 12), (1, 1, 11)));
        Assert.Equal(["daily/2025.parquet", "daily/2025_000001.parquet"], store.Describe("daily")!.Files);
        Assert.Equal(3, store.Describe("daily")!.Rows);
    }
}
