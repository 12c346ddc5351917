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
    [Trait("Claim", "no-look-ahead")]
    public async Task Poisoning_the_future_changes_no_trade_and_no_value_of_the_past()
    {
        DateOnly[] moments = [Market.Calendar[Market.Calendar.Count - 61], Market.Calendar[Market.Calendar.Count - 18]];
        IReadOnlyList<LookAheadViolation> found = await LookAheadDetector.FindAsync(
            Market,
            moments,
            async (market, stop) =>
            {
                BacktestResult result = (await Chain.RunAsync(market, stop: stop)).Backtest;
                return [result.Daily, result.Trades, result.Rejections];
            });
        foreach (LookAheadViolation violation in found.Take(5)) Console.WriteLine(violation);
        Claim.Exactly("no-look-ahead", found.Count, 0);
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_strategy_that_peeks_at_tomorrow_is_caught()
    {
        DateOnly[] moments = [Market.Calendar[Market.Calendar.Count - 61]];
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
        });
        Assert.NotEmpty(found);
    }
}
