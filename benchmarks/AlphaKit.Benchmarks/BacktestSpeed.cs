using System.Diagnostics;
using System.Globalization;
using AlphaKit.Backtest;
using AlphaKit.Data;

namespace AlphaKit.Benchmarks;

/// <summary>
/// Full-rule backtests of 300 names out of 5,000 over 2,430 days on data in memory, the choice of the names included; beside them the
/// bare loop of <see cref="BacktestLoop"/>.
/// </summary>
internal static class BacktestSpeed
{
    private static readonly Lazy<BacktestLoop> s_loop = new(() => new BacktestLoop(BacktestMarket.Shared.Value));
    private static readonly Lazy<InMemoryMarket> s_memory = new(() => InMemoryMarket.LoadAsync(BacktestMarket.Shared.Value, universe: Universe.Everything).GetAwaiter().GetResult());

    private static readonly Lazy<string> s_snapshot = new(TakeSnapshot);

    public static void Weekly(Action<string>? profile) => Run(5, profile);

    public static void Daily(Action<string>? profile) => Run(1, profile);

    /// <summary>The weekly backtest on a snapshot that was taken before: opened, read from Parquet, checked, and run.</summary>
    public static void WeeklyFromParquet(Action<string>? profile)
    {
        string folder = s_snapshot.Value;
        long start = Stopwatch.GetTimestamp();
        InMemoryMarket market = InMemoryMarket.LoadAsync(MarketSnapshot.Open(folder), universe: Universe.Everything).GetAwaiter().GetResult();
        double read = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Run(market, 5, _ => { });
        profile?.Invoke(string.Create(CultureInfo.InvariantCulture, $"  {read:F3} s of {Stopwatch.GetElapsedTime(start).TotalSeconds:F3} s for reading"));
    }

    private static string TakeSnapshot()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("alphakit-benchmark").FullName, "snapshot");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        MarketSnapshot.SaveAsync(BacktestMarket.Shared.Value, folder).GetAwaiter().GetResult();
        return folder;
    }

    private static void Run(int every, Action<string>? profile) => Run(s_memory.Value, every, profile);

    private static void Run(InMemoryMarket market, int every, Action<string>? profile)
    {
        TradingCalendar calendar = market.Calendar;
        long start = Stopwatch.GetTimestamp();
        WeightsByDate weights = WeightsByDate.Best(
            BacktestMarket.Shared.Value.Scores, 300, Enumerable.Range(0, calendar.Count - 1).Where(t => t % every == 0).Select(t => calendar[t]), 0.98, Universe.Everything);
        double chosen = Stopwatch.GetElapsedTime(start).TotalSeconds;
        BacktestResult result = Backtester.RunAsync(market, weights, new BacktestOptions { From = calendar[1], To = calendar.Last, InitialCash = 1_000_000_000m })
            .GetAwaiter().GetResult();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        profile?.Invoke(string.Create(
            CultureInfo.InvariantCulture, $"  every {every} days: {result.Performance.Activity.Trades} fills in {seconds:F3} s, {chosen:F3} s of it choosing the names"));
        if (profile is null) Compare(every);
    }

    // Outside the measured rounds: the loop's best of three, and what the product takes beside it.
    private static void Compare(int every)
    {
        double bare = double.PositiveInfinity, product = double.PositiveInfinity;
        int trades = 0;
        for (int round = 0; round < 3; round++)
        {
            long start = Stopwatch.GetTimestamp();
            (_, trades) = s_loop.Value.Run(every);
            bare = Math.Min(bare, Stopwatch.GetElapsedTime(start).TotalSeconds);
            start = Stopwatch.GetTimestamp();
            Run(every, static _ => { });
            product = Math.Min(product, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  every {every} days: the bare loop {trades} fills in {bare:F3} s, the engine {product:F3} s, ratio {product / bare:F2}"));
    }
}
