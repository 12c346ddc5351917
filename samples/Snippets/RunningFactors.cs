using AlphaKit.Data.Simulation;
using AlphaKit.Factors;
using AlphaKit.Factors.Storage;

namespace AlphaKit.Snippets;

internal static class RunningFactors
{
    public static void Run()
    {
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Seed = 42, Stocks = 60, From = new(2019, 1, 2), To = new(2019, 9, 30) });
        string folder = Directory.CreateTempSubdirectory("alphakit").FullName;
        try
        {
            RunAsync(market, folder).GetAwaiter().GetResult();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(IMarketData market, string folder)
    {
        FactorSet factors = FactorSet.Alpha158.CoveredBy(market.Coverage).Then(Standardise.ZScore());
        Panel panel = await market.PanelAsync(new PanelQuery
        {
            From = market.Calendar.First,
            To = market.Calendar.Last,
            Fields = [.. factors.RequiredFields],
            Universe = Universe.AShares,
        });
        DateOnly yesterday = market.Calendar[^2], today = market.Calendar[^1];
        Panel history = panel.Between(panel.Calendar.First, yesterday), newDay = panel.Between(today, today);

        #region factor-range
        Factor[] expressions = [Op.Rank(Op.Delta(Op.Close, 5)), FactorExpression.Parse("std(returns, 20)")];
        IReadOnlyList<FactorValues> values = FactorEngine.Compute(
            expressions, panel, from: yesterday, to: today, new EngineOptions { Threads = 2 });   // earlier days serve as history
        #endregion

        string file = Path.Combine(folder, "factors.session");
        #region factor-session
        using (FactorSession session = FactorSession.Open(factors, history)) await session.SaveAsync(file);

        using FactorSession resumed = await FactorSession.RestoreAsync(file, factors);      // the next evening
        FeatureTensor x = resumed.Append(newDay);                                           // the bits of factors.Compute
        await resumed.SaveAsync(file);
        #endregion

        #region factor-file
        await using (ParquetFactorSink sink = new(Path.Combine(folder, "factors.parquet")))
            await factors.WriteAsync(panel, sink, new EngineOptions { MemoryBudget = 256L << 20 });
        #endregion

        #region factor-cache
        ParquetFactorCache cache = new(Path.Combine(folder, "cache"));       // or new DistributedFactorCache(distributed)
        CachedFactors cached = new(cache, CachedFactors.VersionOf(panel, factors.RequiredFields));
        CachedComputation result = await cached.ComputeAsync(factors, panel);
        Console.WriteLine($"computed: {result.Computed.Count} of {result.Features.Count}");
        #endregion

        Console.WriteLine($"{values.Count} expressions on {values[0].Axes.Days} days, {x.Count} features on {resumed.LastDay:yyyy-MM-dd}");
    }
}
