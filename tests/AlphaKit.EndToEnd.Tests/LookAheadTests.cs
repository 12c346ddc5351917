using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;
using AlphaKit.Factors;
using AlphaKit.Testing;
using AlphaKit.TestSupport;

namespace AlphaKit.EndToEnd.Tests;

public sealed class LookAheadTests
{
    private static readonly SimulatedMarket Market = SimulatedMarket.Create(new SimulationOptions
    {
        Seed = 3,
        Stocks = 80,
        From = new DateOnly(2018, 1, 2),
        To = new DateOnly(2020, 6, 30),
    });

    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "no_look_ahead")]
    public async Task Poisoning_the_future_changes_no_trade_and_no_value_of_the_past()
    {
        DateOnly firstOfWeek = Market.Calendar.Last(d => d.DayOfWeek == DayOfWeek.Monday && Market.Calendar.IndexOf(d) < Market.Calendar.Count - 10); // a dealing day
        DateOnly[] moments = [Market.Calendar[Market.Calendar.Count - 61], firstOfWeek];
        IReadOnlyList<LookAheadViolation> found = await LookAheadDetector.FindAsync(
            Market,
            moments,
            async (market, stop) =>
            {
                BacktestResult result = (await Chain.RunAsync(market, stop: stop)).Backtest;
                return [result.Daily, result.Trades, result.Rejections];
            });

        // A deal at the open may use nothing of its own day but what is known at the open.
        IReadOnlyList<LookAheadViolation> atOpen = await LookAheadDetector.FindAsync(
            Market,
            moments,
            async (market, stop) => [(await Chain.RunAsync(market, stop: stop)).Backtest.Trades],
            Clock.Open);
        foreach (LookAheadViolation violation in found.Concat(atOpen).Take(5)) Console.WriteLine(violation);
        Claim.Exactly("no_look_ahead", found.Count + atOpen.Count, 0);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_strategy_that_peeks_at_tomorrow_is_caught()
    {
        DateOnly[] moments = [.. Enumerable.Range(55, 6).Select(back => Market.Calendar[Market.Calendar.Count - back])]; // a week holds a dealing day
        IReadOnlyList<LookAheadViolation> found = await LookAheadDetector.FindAsync(Market, moments, async (market, stop) =>
        {
            Panel panel = await market.PanelAsync(
                new PanelQuery { From = market.Calendar.First, To = market.Calendar.Last, Fields = [Field.AdjustedClose] }, stop);
            FieldMatrix close = panel[Field.AdjustedClose];

            // The mistake: row T holds the return from T to T + 1.
            FieldMatrix tomorrow = FieldMatrix.Create(close.Rows, close.Columns, (t, row) =>
            {
                for (int i = 0; t + 1 < close.Rows && i < row.Length; i++) row[i] = (close[t + 1, i] / close[t, i]) - 1;
            });
            Scores scores = new("peek", panel.Axes, tomorrow, Clock.Close);
            BacktestResult result = await Backtester.RunAsync(
                market,
                new Portfolio.TopQuantile(scores, market.Coverage) { Names = 20, MaxWeight = 0.05, Invested = 0.9 },
                new BacktestOptions { From = new DateOnly(2020, 1, 2), To = market.Calendar.Last },
                cancellationToken: stop);
            return [result.Trades];
        }, Clock.Open);
        Assert.NotEmpty(found);
    }
}
