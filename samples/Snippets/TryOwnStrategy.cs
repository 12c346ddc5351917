using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;
using AlphaKit.Reports;
using AlphaKit.Testing;

namespace AlphaKit.Snippets;

internal static class TryOwnStrategy
{
    public static void Run()
    {
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Seed = 42, Stocks = 60, From = new(2019, 1, 2), To = new(2020, 6, 30) });
        RunAsync(market, Path.Combine(Path.GetTempPath(), "alphakit-snippets-strategy.html")).GetAwaiter().GetResult();
    }

    private static async Task RunAsync(IMarketData market, string path)
    {
        #region run-own-strategy
        BacktestOptions options = new() { From = new(2019, 7, 1), To = new(2020, 6, 30), Schedule = Schedule.Weekly, Slippage = FixedBps.PerSide(5) };
        BacktestResult result = await Backtester.RunAsync(market, new WeeklyReversal(), options);
        Console.WriteLine(result);
        Console.WriteLine($"{result.Trades.RowCount} trades, {result.Rejections.RowCount} orders not filled in full"); // each with its reason
        await Report.Of(result).With(market.Coverage).SaveAsync(path);
        #endregion

        #region look-ahead
        // Runs the backtest once on the true market and once with everything known after 30 December replaced by noise.
        IReadOnlyList<LookAheadViolation> violations = await LookAheadDetector.FindAsync(
            market,
            moments: [new DateOnly(2019, 12, 30)],
            async (m, stop) => [(await Backtester.RunAsync(m, new WeeklyReversal(), options, cancellationToken: stop)).Trades]);
        Console.WriteLine(violations.Count == 0 ? "no look-ahead found" : violations[0]);
        #endregion
        if (violations.Count > 0) throw new InvalidOperationException($"The sample looks ahead: {violations[0]}");
    }
}
