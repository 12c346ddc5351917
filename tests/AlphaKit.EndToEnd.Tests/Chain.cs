using AlphaKit.Backtest;
using AlphaKit.Factors;
using AlphaKit.Models;
using AlphaKit.Portfolio;

namespace AlphaKit.EndToEnd.Tests;

/// <summary>The whole chain as the quick start wires it: factors, walk-forward ridge, capped portfolio, backtest.</summary>
internal sealed record Chain(FeatureTensor Features, LabelValues Labels, WalkForwardResult Model, FactorReport TearSheet, BacktestResult Backtest)
{
    public IReadOnlyList<Table> Tables =>
        [.. Backtest.Tables, .. TearSheet.Tables, Model.Folds, Model.Coefficients, FactorAnalysis.Compare(Features, Labels)];

    public static async Task<Chain> RunAsync(IMarketData market, int threads = 2, Schedule? schedule = null, CancellationToken stop = default)
    {
        Universe universe = Universe.AShares.ListedAtLeast(days: 60).WithoutSt().WithoutSuspended().CoveredBy(market.Coverage, out _);
        FactorSet factors = FactorSet.Basic.LookingBackAtMost(market.Calendar.Count / 4).CoveredBy(market.Coverage)
            .Then(Winsorise.Mad(3), Neutralise.IndustryAndSize(), Standardise.ZScore());
        Label label = Label.ForwardReturn(days: 5);
        Panel panel = await market.PanelAsync(
            new PanelQuery
            {
                From = market.Calendar.First,
                To = market.Calendar.Last,
                Fields = [.. factors.RequiredFields.Union(label.FieldsCoveredBy(market.Coverage))],
                Universe = universe,
            },
            stop);
        FeatureTensor x = factors.Compute(panel, new EngineOptions { Threads = threads }, cancellationToken: stop);
        LabelValues y = label.Compute(panel, stop);
        WalkForwardPlan plan = market.Calendar.Count > 500 ? WalkForwardPlan.HalfYearly : WalkForwardPlan.Monthly with { MinimumTrainDays = 40 };
        WalkForwardResult model = WalkForward.Train(
            new RidgeScorer { Penalty = 100 }, x, y, plan, new WalkForwardOptions { MaxThreads = threads }, cancellationToken: stop);
        FactorReport tearSheet = FactorAnalysis.Run(model.Scores, y, cancellationToken: stop);
        CappedLongOnly portfolio = new(model.Scores, market.Coverage) { Universe = universe, Names = 50, MaxWeight = 0.03, Invested = 0.95, TurnoverCap = 0.6 };
        BacktestResult result = await Backtester.RunAsync(
            market,
            portfolio,
            new BacktestOptions
            {
                From = model.Trained[0].PredictFrom,
                To = market.Calendar.Last,
                InitialCash = 10_000_000m,
                Schedule = schedule ?? Schedule.Weekly,
                Slippage = FixedBps.PerSide(5),
            },
            cancellationToken: stop);
        return new Chain(x, y, model, tearSheet, result);
    }
}
