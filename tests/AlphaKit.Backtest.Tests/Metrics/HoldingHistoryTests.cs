using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Backtest.Tests;

public sealed class HoldingHistoryTests
{
    [Fact]
    public void Shares_replayed_from_trades_and_events_are_what_the_books_hold() => Properties.Holds(
        Gen.Choose(0, 1_000_000),
        seed =>
        {
            FakeMarket market = RandomMarket.Create((ulong)seed);
            BacktestResult result = market.RunAsync(new RandomTargets((ulong)seed), market.Daily() with { InitialCash = 1_000_000m }).GetAwaiter().GetResult();
            Panel panel = market.PanelAsync(new PanelQuery { From = market.Calendar.First, To = market.Calendar.Last, Fields = [Field.Close] }).AsTask().GetAwaiter().GetResult();
            HoldingHistory holdings = HoldingHistory.Of(result);
            for (int t = 0; t < result.Calendar.Count; t++)
            {
                IReadOnlyDictionary<Symbol, long> held = holdings.At(result.Calendar[t]);
                if (held.Count != (int)result.Daily["holdings"].Numbers[t]) return false;
                ReadOnlySpan<float> close = panel[Field.Close, result.Calendar[t]];
                decimal value = 0;
                bool whole = true;
                foreach ((Symbol symbol, long shares) in held)
                {
                    float price = close[panel.Axes.ColumnOf(symbol)];
                    whole &= price > 0;
                    if (whole) value += Math.Round((decimal)price, 2) * shares;
                }

                if (whole && value != result.Daily.Money("positions_value", t)) return false;
            }

            return true;
        },
        cases: 60);

    [Fact]
    public async Task A_backtest_that_never_traded_held_nothing()
    {
        FakeMarket market = RandomMarket.Create(1);
        BacktestResult result = await market.RunAsync(new Script());
        Assert.Empty(HoldingHistory.Of(result).At(result.Calendar.Last));
        Assert.Throws<DateNotInCalendarException>(() => HoldingHistory.Of(result).At(new DateOnly(2000, 1, 3)));
    }
}
