using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;
using AlphaKit.Portfolio;

namespace AlphaKit.Snippets;

/// <summary>Index enhancement over half a year of a small simulated market.</summary>
internal static class EnhanceIndex
{
    public static void Run()
    {
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Stocks = 120, From = new DateOnly(2020, 1, 2), To = new DateOnly(2020, 6, 30) });
        Scores scores = new("planted signal", market.Alpha.Axes, market.Alpha.Signal, market.Alpha.KnownAt);
        RunAsync(market, scores).GetAwaiter().GetResult();
    }

    private static async Task RunAsync(IMarketData market, Scores scores)
    {
        #region index-enhancement
        IndexEnhancement strategy = new(scores, Symbol.Parse("000905.SH"))
        {
            ConstituentShare = 0.8,
            ActiveWeight = 0.008,
            IndustryActive = 0.02,
            SizeExposure = 0.2,
            TurnoverCap = 0.3,
            Invested = 0.99,
            OnInfeasible = InfeasiblePolicy.Relax,
            RelaxationOrder = [EnhancementConstraint.Turnover, EnhancementConstraint.Industry],
            Decided = d => { if (d.Cause is not null) Console.WriteLine($"{d.Date:yyyy-MM-dd}: {string.Join(", ", d.Relaxations)}"); },
        };
        BacktestResult result = await Backtester.RunAsync(market, strategy, new BacktestOptions
        {
            From = market.Calendar[1],
            To = market.Calendar.Last,
            InitialCash = 100_000_000m,
            DealPrice = DealPrice.Vwap,
            Fees = FeeSchedules.PerSide(0.002m),
            Benchmark = strategy.Index,
        });
        TradingActivity activity = result.Performance.Activity;
        Console.WriteLine($"planned {activity.PlannedTurnover:P1}, realised {activity.RealisedTurnover:P1} a week");
        #endregion
    }
}
