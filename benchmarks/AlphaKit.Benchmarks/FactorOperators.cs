using System.Diagnostics;
using System.Globalization;
using AlphaKit.Factors;
using static AlphaKit.Factors.Op;

namespace AlphaKit.Benchmarks;

/// <summary>
/// Seconds of single operators on 750 days × 2,000 shares, two threads, best of five: "operator seconds", one line each.
/// eng/claims/operators_vs_peers.sh sets them beside those of pandas and Polars on numbers drawn in the same way.
/// </summary>
internal static class FactorOperators
{
    private const int Days = 750;
    private const int Shares = 2000;
    private const int Rounds = 5;

    public static int Run()
    {
        Panel panel = FactorPanels.Make(Days, Shares, gaps: true);
        (string Name, Factor Factor)[] operators =
        [
            ("mean", Mean(Close, 20)), ("std", Std(Close, 20)), ("max", TsMax(Close, 20)), ("median", TsMedian(Close, 20)), ("skew", Skew(Close, 20)),
            ("quantile", TsQuantile(Close, 20, 0.8)), ("ts_rank", TsRank(Close, 20)), ("correlation", Correlation(Close, Volume, 20)), ("ema", Ema(Close, 20)),
            ("rank", Rank(Close)), ("z_score", ZScore(Close)), ("delta", Close / Delay(Close, 5) - 1),
        ];
        EngineOptions options = new() { Threads = 2 };
        foreach ((string name, Factor factor) in operators)
        {
            double best = double.MaxValue;
            for (int round = 0; round <= Rounds; round++)
            {
                long start = Stopwatch.GetTimestamp();
                FactorValues values = factor.Compute(panel, options);
                double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                if (round > 0) best = Math.Min(best, seconds);
                GC.KeepAlive(values);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {best:F5}"));
        }

        return 0;
    }
}
