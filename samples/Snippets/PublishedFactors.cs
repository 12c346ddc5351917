using AlphaKit.Data.Simulation;
using AlphaKit.Factors;

namespace AlphaKit.Snippets;

internal static class PublishedFactors
{
    public static void Run()
    {
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Seed = 42, Stocks = 60, From = new(2019, 1, 2), To = new(2019, 9, 30) });
        RunAsync(market).GetAwaiter().GetResult();
    }

    private static async Task RunAsync(IMarketData market)
    {
        #region alpha101
        Factor published = Alpha101.Get(6);
        Console.WriteLine(Alpha101.Formula(6));                    // -correlation(open, volume / adj_factor, 10)
        Factor mine = FactorExpression.Parse("-correlation(vwap, volume / adj_factor, 20)");
        FactorSet alphas = FactorSet.Of(Alpha101.All.Take(20)).Add("alpha006_vwap", mine)
            .CoveredBy(market.Coverage)
            .Then(Standardise.ZScore());
        #endregion

        #region alpha158
        FactorSet features = FactorSet.Alpha158.CoveredBy(market.Coverage).Then(Standardise.ZScore());
        Panel panel = await market.PanelAsync(new PanelQuery
        {
            From = market.Calendar.First,
            To = market.Calendar.Last,
            Fields = [.. features.RequiredFields.Union(alphas.RequiredFields)],
            Universe = Universe.AShares.WithoutSt().WithoutSuspended(),
        });
        FeatureTensor x = features.Compute(panel);
        #endregion

        Console.WriteLine($"{published.LookBack} {x.Count} {alphas.Compute(panel).Count}");
    }
}
