using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;
using AlphaKit.Portfolio;

namespace AlphaKit.Snippets;

internal static class PortfolioRules
{
    public static void Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Seed = 42, Stocks = 60, From = new(2018, 1, 2), To = new(2019, 6, 28) });
        Panel panel = await market.PanelAsync(new PanelQuery { From = market.Calendar.First, To = market.Calendar.Last, Fields = [Field.AdjustedClose] });
        FieldMatrix close = panel[Field.AdjustedClose];
        Scores scores = new("monthly reversal", panel.Axes, FieldMatrix.Create(close.Rows, close.Columns, (t, row) =>
        {
            for (int i = 0; t >= 20 && i < row.Length; i++) row[i] = 1 - (close[t, i] / close[t - 20, i]);
        }), Clock.Close);

        // What a risk model gives, here by hand: one market factor and three names.
        Symbol[] names = [.. panel.Symbols.Take(3)];
        FactorRisk risk = new(panel.Calendar.Last, names, ["market"], exposures: [1, 1, 1.2], covariance: [1e-4], specificVariance: [2e-4, 4e-4, 3e-4]);

        #region weightings
        RiskBudgetSolution parity = RiskParity.Of(risk);                         // every name the same part of the variance
        RiskBudgetSolution budgets = RiskParity.Of(risk, [2, 1, 1]);             // the first name half of it
        HierarchySolution hierarchy = HierarchicalRiskParity.Of(risk, Linkage.Single);
        MeanVarianceFrontier frontier = MeanVarianceFrontier.Of([4e-4, 6e-4, 5e-4], risk, new FrontierOptions { MaxWeight = 0.5 });
        CornerPortfolio best = frontier.MaximumSharpe();                         // every other question is an interpolation, too
        double[] tilted = ScoreTilt.Of([.. parity.Weights.Select(w => w.Value)], [0.55f, 0.48f, 0.61f]);
        #endregion
        Console.WriteLine($"{parity.Weights[0]}, {budgets.Steps} steps, {hierarchy.Leaves[0]}, {best.Volatility:P2}, {tilted[0]:P1}");

        #region overlays
        MarketSeries volatility = RealisedVolatility.OfPanel(panel);             // or OfIndexAsync(market, index), or ImpliedVolatility.Of(…)
        OverlaidSource strategy = new TopQuantile(scores, market.Coverage) { Names = 20, Fraction = 1, Invested = 0.9 }
            .Paced(Pace.Weekly)                                                  // the strategy decides weekly, the overlays watch daily
            .With(
                new MarketStress(volatility) { Enter = 0.30, Leave = 0.25 },
                new DrawdownSwitch(),
                new StopLoss { Loss = 0.10 },
                new ExposureLimits { MaxWeight = 0.05 });
        BacktestResult result = await Backtester.RunAsync(market, strategy, new BacktestOptions
        {
            From = new(2018, 7, 2),
            To = market.Calendar.Last,
            Schedule = Schedule.Daily,
        });
        Console.WriteLine(strategy.Log);                                         // date, overlay, symbol, state, value, detail
        #endregion
        Console.WriteLine(result.Trades.RowCount);
    }

    #region own-overlay
    /// <summary>Holds half over the turn of the year.</summary>
    public sealed class QuietDecember : IOverlay, IOverlayRun
    {
        public string Name => "quiet december";

        public IOverlayRun Start() => new QuietDecember();                       // a memory of its own for every run

        public void Apply(DecisionContext context, TargetDraft draft)
        {
            if (context.TradingDay.Month == 12) draft.Scale(0.5);                // factors of all overlays multiply
        }
    }
    #endregion
}
