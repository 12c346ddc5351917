using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;
using AlphaKit.Factors;
using AlphaKit.Models;
using AlphaKit.Portfolio;
using AlphaKit.Reports;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Snippets;

internal static class WholeChain
{
    public static void Run() => RunAsync(Path.Combine(Path.GetTempPath(), "alphakit-snippets-report.html")).GetAwaiter().GetResult();

    private static async Task RunAsync(string path)
    {
        #region simulated-market
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Seed = 42, Stocks = 60, From = new(2018, 1, 2), To = new(2020, 6, 30) });
        double expected = market.Alpha.ExpectedRankIc(delay: 1, horizon: 5); // what a perfect reading of the planted signal would earn
        #endregion
        Console.WriteLine(expected);

        #region factors
        // using static AlphaKit.Factors.Op;  Close and Delay are functions of adjusted prices.
        Factor momentum = Close / Delay(Close, 20) - 1;            // prints close / delay(close, 20) - 1
        FactorSet factors = FactorSet.Basic.Add("my_momentum", momentum)
            .Then(Winsorise.Mad(3), Neutralise.IndustryAndSize(), Standardise.ZScore())
            .CoveredBy(market.Coverage);                           // leaves out what needs missing fields; see factors.Dropped
        Label label = Label.ForwardReturn(days: 5);                // entered the day after, known six days after

        Panel panel = await market.PanelAsync(new PanelQuery
        {
            From = market.Calendar.First,
            To = market.Calendar.Last,
            Fields = [.. factors.RequiredFields.Union(label.FieldsCoveredBy(market.Coverage))],
            Universe = Universe.AShares.ListedAtLeast(days: 60).WithoutSt().WithoutSuspended(),
        });
        FeatureTensor x = factors.Compute(panel);
        LabelValues y = label.Compute(panel);
        FactorReport tearSheet = FactorAnalysis.Run(x["my_momentum"], y);
        Console.WriteLine(tearSheet);
        #endregion

        #region walk-forward
        WalkForwardResult model = WalkForward.Train(
            new RidgeScorer { Penalty = 1 }, x, y, WalkForwardPlan.HalfYearly with { SampleStride = 5 });
        Console.WriteLine(model);       // folds and the out-of-sample rank IC
        Console.WriteLine(model.Folds); // what each fold was trained on, inside and outside the sample
        #endregion

        #region constructions
        ITargetSource simple = new TopQuantile(model.Scores) { Fraction = 0.1, Names = 100, MaxWeight = 0.02, Invested = 0.2 };
        ITargetSource exact = new CappedLongOnly(model.Scores) { Names = 40, MaxWeight = 0.03, TurnoverCap = 0.3 };
        #endregion
        Console.WriteLine(simple.Name);

        #region backtest
        BacktestResult result = await Backtester.RunAsync(market, exact, new BacktestOptions
        {
            From = model.Trained[0].PredictFrom,
            To = market.Calendar.Last,
            Schedule = Schedule.Weekly,
            DealPrice = DealPrice.Vwap,
            Slippage = FixedBps.PerSide(10),
            Benchmark = Symbol.Parse("000905.SH"),
        });
        Console.WriteLine(result);            // return, Sharpe, drawdown, information ratio in one line
        Console.WriteLine(result.Rejections); // every order that was not filled in full, with the reason
        #endregion

        #region report
        await Report.Of(result)                // equity, drawdown, years, costs, trades, unfilled orders
            .With(FactorAnalysis.Run(model.Scores, y))
            .With(model)                       // folds and coefficients
            .With(market.Coverage)             // what the data hold, what is missing and why
            .WithNote("Dealt at the day's average price.")
            .Titled("A first strategy")
            .SaveAsync(path);
        #endregion
    }
}
