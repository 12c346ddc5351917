using AlphaKit.Backtest;
using AlphaKit.Data.Simulation;

namespace AlphaKit.Snippets;

#region own-orders
/// <summary>Holds 2 % of every share whose five-day mean is above its twenty-day mean; looks once a week.</summary>
public sealed class MeanCross : IStrategy
{
    private static readonly Indicator s_fast = Indicator.Mean(Field.AdjustedClose, 5), s_slow = Indicator.Mean(Field.AdjustedClose, 20);

    public string Name => "mean cross";

    public IReadOnlyList<Field> RequiredFields => [Field.AdjustedClose];

    public void OnBar(BarContext bar)
    {
        if (!bar.IsDue(Schedule.Weekly)) return;
        foreach (Symbol symbol in bar.Members) bar.OrderTargetPercent(symbol, bar[s_fast, symbol] > bar[s_slow, symbol] ? 0.02 : 0);
    }
}
#endregion

internal static class OwnOrders
{
    public static void Run()
    {
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Seed = 42, Stocks = 60, From = new(2019, 1, 2), To = new(2020, 6, 30) });
        RunAsync(market).GetAwaiter().GetResult();
    }

    private static async Task RunAsync(IMarketData market)
    {
        #region run-own-orders
        BacktestOptions options = new() { From = new(2019, 7, 1), To = new(2020, 6, 30), Slippage = FixedTicks.PerSide(1) };
        BacktestResult result = await Backtester.RunAsync(market, new MeanCross(), options);
        Console.WriteLine(result);
        Console.WriteLine(result.Rejections); // every order that was not filled in full, with the reason
        #endregion

        #region sweep
        InMemoryMarket memory = await InMemoryMarket.LoadAsync(market, [Field.AdjustedClose]);
        SweepResult sweep = await ParameterSweep.RunAsync(
            memory, new[] { 0, 1, 2, 5 }.Select(ticks => SweepCase.Of($"{ticks} ticks", options with { Slippage = FixedTicks.PerSide(ticks) }, () => new MeanCross())));
        Console.WriteLine(sweep.Table);
        #endregion

        #region verify
        RunManifest manifest = ManifestVerifier.Parse(result.Manifest.ToJson()); // the text that was kept beside the results
        ManifestCheck check = await ManifestVerifier.VerifyAsync(manifest, market, new MeanCross(), options);
        Console.WriteLine(check);
        #endregion
        if (!check.Holds) throw new InvalidOperationException(check.ToString());
    }
}
