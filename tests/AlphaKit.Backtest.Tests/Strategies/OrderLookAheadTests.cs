namespace AlphaKit.Backtest.Tests;

public sealed class OrderLookAheadTests
{
    [Fact]
    public void Nothing_known_after_a_day_changes_what_became_of_its_orders() =>
        SpoiledMarkets.ShowTheSame(SpoiledMarkets.AfterDay, (market, day, seed) => Until(market, day, seed, withLimits: true));

    [Fact]
    public void What_a_day_brings_after_its_open_does_not_touch_orders_dealt_at_the_open() =>
        SpoiledMarkets.ShowTheSame(SpoiledMarkets.AfterOpen, (market, day, seed) => Until(market, day, seed, withLimits: false));

    private static string Until(FakeMarket market, DateOnly day, int seed, bool withLimits)
    {
        BacktestOptions options = market.Daily() with { DealPrice = withLimits ? (DealPrice)(seed % 3) : DealPrice.Open, InitialCash = seed % 2 == 0 ? 30_000m : 2_000_000m };
        BacktestResult result = Backtester.RunAsync(market, new RandomOrders((ulong)seed) { WithLimits = withLimits }, options).GetAwaiter().GetResult();
        return string.Join('\n', Lines(result.Trades).Concat(Lines(result.Rejections)));

        IEnumerable<string> Lines(Table table)
        {
            IReadOnlyList<DateOnly> dates = table["date"].Dates;
            string[] lines = table.ToCsv().Split('\n');
            return Enumerable.Range(0, table.RowCount).Where(r => dates[r] <= day).Select(r => lines[r + 1]);
        }
    }
}
