using AlphaKit.Data.Simulation;
using AlphaKit.Factors;
using AlphaKit.Reports;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Snippets;

internal static class OwnFactor
{
    public static void Run()
    {
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Seed = 42, Stocks = 60, From = new(2019, 1, 2), To = new(2020, 6, 30) });
        RunAsync(market, Path.Combine(Path.GetTempPath(), "alphakit-snippets-factor.html")).GetAwaiter().GetResult();
    }

    private static async Task RunAsync(IMarketData market, string path)
    {
        #region own-factor
        // using static AlphaKit.Factors.Op;  prices there are adjusted, Delay and windows reach into the past only.
        Factor overnight = Open / Delay(Close, 1) - 1;             // from yesterday's close to today's open
        Factor intraday = Close / Open - 1;                        // from today's open to today's close
        Factor nightLessDay = Mean(overnight, 20) - Mean(intraday, 20);
        Console.WriteLine($"{nightLessDay}: {nightLessDay.LookBack} days of history, known at {nightLessDay.KnownAt}");

        FactorSet factors = FactorSet.Of(new NamedFactor("night_less_day", nightLessDay, "Overnight less intraday return, 20 days."))
            .Then(Winsorise.Mad(3), Neutralise.IndustryAndSize(), Standardise.ZScore())
            .CoveredBy(market.Coverage);                           // what the data cannot answer is in factors.Dropped
        Label label = Label.ForwardReturn(days: 5);                // bought at the close of T + 1, sold five days later
        Panel panel = await market.PanelAsync(new PanelQuery
        {
            From = market.Calendar.First,
            To = market.Calendar.Last,
            Fields = [.. factors.RequiredFields.Union(label.FieldsCoveredBy(market.Coverage))],
            Universe = Universe.AShares.ListedAtLeast(days: 60).WithoutSt().WithoutSuspended(),
        });

        FactorReport tearSheet = FactorAnalysis.Run(factors.Compute(panel)["night_less_day"], label.Compute(panel));
        Console.WriteLine(tearSheet);                              // IC, rank IC, ICIR, t
        await Report.Of(tearSheet).With(market.Coverage).SaveAsync(path);
        #endregion
    }
}
