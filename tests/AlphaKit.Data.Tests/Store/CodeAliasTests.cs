namespace AlphaKit.Data.Tests.Store;

public sealed class CodeAliasTests
{
    [Fact]
    public async Task A_renumbered_share_has_one_history_under_its_newer_code()
    {
        Symbol old = Symbol.Parse("838163.BJ"), now = Symbol.Parse("920163.BJ");
        DateOnly[] days = [.. SmallMarket.Days];
        SourceTable bars = new(
            "daily",
            [
                SourceColumn.Of("ts_code", [.. days.Select((_, i) => i < 4 ? old : now)]), SourceColumn.Of("trade_date", days),
                .. new[] { "open", "high", "low", "close", "pre_close" }.Select(n => SourceColumn.Of(n, [.. days.Select((_, i) => 10 + (i / 10.0))])),
                SourceColumn.Of("vol", [.. days.Select(_ => 100.0)]),
            ],
            "test");
        SourceTable mapping = new("bse_mapping", [SourceColumn.Of("o_code", [old]), SourceColumn.Of("n_code", [now])], "test");
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using (StoreWriter writer = await store.WriteAsync())
        {
            await writer.AppendAsync(Rows.Daily, bars);
            Assert.Equal(2, (await store.Latest.MarketAsync()).Securities.All.Count);
            await writer.AppendAsync(new StoreTable("bse_mapping", "o_code"), mapping);
        }

        TableMarket market = await store.Latest.MarketAsync();
        Assert.Equal(now, Assert.Single(market.Securities.All).Symbol);
        Panel panel = await SmallMarket.PanelAsync(market, Field.Close);
        Assert.Equal(days.Select((_, i) => (float)(10 + (i / 10.0))), panel[Field.Close].ToRowMajorArray());
        Assert.Equal(old, (await store.Latest.ReadAsync("daily", null)).Find("ts_code")!.Symbols[0]);
    }
}
