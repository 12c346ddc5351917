using AlphaKit.Data.Simulation;
using AlphaKit.Portfolio;

namespace AlphaKit.Snippets;

internal static class RiskModels
{
    public static void Run()
    {
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Seed = 42, Stocks = 120, From = new(2018, 1, 2), To = new(2019, 6, 28) });
        RunAsync(market).GetAwaiter().GetResult();
    }

    private static async Task RunAsync(IMarketData market)
    {
        #region risk-model
        AShareRiskHistory history = await new AShareRiskModel().EstimateAsync(market, new RiskRange { From = new(2019, 4, 1), To = new(2019, 6, 28) });
        FactorRisk risk = history.AsKnownAt(new DateOnly(2019, 6, 28), Clock.Open); // that of 27 June

        double[] weights = [.. Enumerable.Repeat(1.0 / risk.Symbols.Count, risk.Symbols.Count)];
        double perYear = Math.Sqrt(risk.Variance(weights) * market.Calendar.DaysPerYear);
        double size = risk.FactorExposures(weights)[risk.IndexOf(RiskFactors.NameOf(RiskStyle.Size))];
        Console.WriteLine($"volatility {perYear:P1} a year, exposure to size {size:F2}");
        foreach (string note in history.Notes) Console.WriteLine(note); // what was left out, and why
        #endregion

        #region risk-evaluation
        Panel prices = await market.PanelAsync(new PanelQuery { From = new(2019, 4, 1), To = new(2019, 6, 28), Fields = [Field.AdjustedClose] });
        ForecastScore score = RiskEvaluation.Score(history, prices, r => [.. Enumerable.Repeat(1.0 / r.Symbols.Count, r.Symbols.Count)]);
        Console.WriteLine($"bias {score.Bias:F2}, Q {score.QStatistic:F2} over {score.Observations} days");
        #endregion

        #region other-risk-models
        IRiskModel[] models = [new SampleCovarianceModel(), new LedoitWolfModel(ShrinkageTarget.ConstantCorrelation), new PrincipalComponentModel(components: 10)];
        foreach (IRiskModel model in models)
        {
            RiskHistory other = await model.EstimateAsync(market, new RiskRange { From = new(2019, 6, 27), To = new(2019, 6, 28) });
            FactorRisk known = other.At(new DateOnly(2019, 6, 28));
            Console.WriteLine($"{model.Name}: {known.Symbols.Count} instruments, {known.Factors.Count} factors");
        }
        #endregion
    }
}
