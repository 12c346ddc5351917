using AlphaKit;
using AlphaKit.Backtest;
using AlphaKit.Data;
using AlphaKit.Data.Simulation;
using AlphaKit.Factors;
using AlphaKit.Models;
using AlphaKit.Portfolio;
using AlphaKit.Reports;
using QuickStart;

// --data DIR  --out DIR  --seed N  --stocks N; progress lines, Ctrl-C as a cancellation token, errors in one line.
return await ConsoleRun.GuardAsync(args, async (arguments, run) =>
{
    #region quick-start
    // 1. Market data: a folder of Tushare-format files, or a simulated market with a planted alpha.
    IMarketData market = arguments.Data is { } folder
        ? await TushareFolder.OpenAsync(folder, run.Progress<LoadProgress>("load"), run.Stop)
        : SimulatedMarket.Create(new SimulationOptions { Seed = arguments.Seed, Stocks = arguments.Stocks }, run.Stop);
    ConsoleRun.Describe(market);

    // 2. Factors and label, point in time. What the data cannot answer is left out by name.
    Universe universe = Universe.AShares.ListedAtLeast(days: 60).WithoutSt().WithoutSuspended().CoveredBy(market.Coverage, out var droppedRules);
    FactorSet factors = FactorSet.Basic.LookingBackAtMost(market.Calendar.Count / 4)
        .Then(Winsorise.Mad(3), Neutralise.IndustryAndSize(), Standardise.ZScore())
        .CoveredBy(market.Coverage);
    Label label = Label.ForwardReturn(days: 5);
    ConsoleRun.LeftOut(droppedRules, factors.Dropped);

    Panel panel = await market.PanelAsync(new PanelQuery
    {
        From = market.Calendar.First,
        To = market.Calendar.Last,
        Fields = [.. factors.RequiredFields.Union(label.FieldsCoveredBy(market.Coverage))],
        Universe = universe,
    }, run.Stop);
    FeatureTensor x = factors.Compute(panel, progress: run.Progress<double>("factors"), cancellationToken: run.Stop);
    LabelValues y = label.Compute(panel, run.Stop);

    // 3. A ridge scorer, trained walk-forward: purged by the label's own horizon, scores out of sample only.
    WalkForwardPlan plan = market.Calendar.Count > 500 ? WalkForwardPlan.HalfYearly : WalkForwardPlan.Monthly with { MinimumTrainDays = 40 };
    WalkForwardResult model = WalkForward.Train(
        new RidgeScorer { Penalty = 100 }, x, y, plan, progress: run.Progress<WalkForwardProgress>("train"), cancellationToken: run.Stop);
    FactorReport tearSheet = FactorAnalysis.Run(model.Scores, y, cancellationToken: run.Stop);

    // 4. A portfolio of the best fifty names, dealt weekly under the dated rules of the market.
    CappedLongOnly portfolio = new(model.Scores, market.Coverage) { Universe = universe, Names = 50, MaxWeight = 0.03, Invested = 0.95, TurnoverCap = 0.6 };
    BacktestResult result = await Backtester.RunAsync(market, portfolio, new BacktestOptions
    {
        From = model.Trained[0].PredictFrom,
        To = market.Calendar.Last,
        InitialCash = 10_000_000m,
        Slippage = FixedBps.PerSide(5),
    }, run.Progress<BacktestProgress>("backtest"), run.Stop);

    // 5. Tables as CSV with a manifest of their hashes, and one report.
    Report report = Report.Of(result).With(tearSheet).With(model).With(market.Coverage);
    await run.SaveAsync(report, result, tearSheet, model, market, FactorAnalysis.Compare(x, y, cancellationToken: run.Stop));
    #endregion
});
