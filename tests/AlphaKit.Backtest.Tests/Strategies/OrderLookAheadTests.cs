using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Backtest.Tests;

public sealed class OrderLookAheadTests
{
    [Fact]
    public void Nothing_known_after_a_day_changes_what_became_of_its_orders() => Properties.Holds(
        Gen.Choose(0, 1_000_000),
        seed =>
        {
            int cut = 5 + (seed % 20);
            FakeMarket market = RandomMarket.Create((ulong)seed), poisoned = RandomMarket.Create((ulong)seed);
            DateOnly day = market.Calendar[cut];
            poisoned.Change((field, symbol, date, value) => date <= day ? value
                : field.Unit == Unit.Flag ? 1 - value
                : (date.DayNumber + symbol.Number) % 5 == 0 ? float.NaN : MathF.Round(value * 1.83f, 2));
            return Until(market, day, seed, withLimits: true) == Until(poisoned, day, seed, withLimits: true);
        },
        cases: 60);

    [Fact]
    public void What_a_day_brings_after_its_open_does_not_touch_orders_dealt_at_the_open() => Properties.Holds(
        Gen.Choose(0, 1_000_000),
        seed =>
        {
            int cut = 5 + (seed % 20);
            FakeMarket market = RandomMarket.Create((ulong)seed), poisoned = RandomMarket.Create((ulong)seed);
            DateOnly day = market.Calendar[cut];
            poisoned.Change((field, _, date, value) => date < day || (field.KnownAt == Clock.Open && date == day) ? value : MathF.Round((value * 1.43f) + 1, 2));
            return Until(market, day, seed, withLimits: false) == Until(poisoned, day, seed, withLimits: false);
        },
        cases: 60);

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
