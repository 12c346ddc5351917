using System.Diagnostics;
using System.Globalization;
using AlphaKit.Factors;

namespace AlphaKit.Benchmarks;

/// <summary>The 158 features on 1,040 days × 1,024 shares with gaps, two threads, panel to values in memory; beside it the floor: filling as much memory.</summary>
internal static class FactorBatch
{
    private const int Days = 1040;
    private const int Shares = 1024;

    private static readonly Lazy<Panel> s_panel = new(() => FactorPanels.Make(Days, Shares, gaps: true));

    public static void Run(Action<string>? profile)
    {
        Panel panel = s_panel.Value;
        long start = Stopwatch.GetTimestamp();
        FeatureTensor values = FactorSet.Alpha158.Compute(panel, new EngineOptions { Threads = 2 });
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        GC.KeepAlive(values);
        profile?.Invoke(string.Create(
            CultureInfo.InvariantCulture,
            $"  {values.Count} features, {seconds:F3} s, {seconds * 1e9 / Days / Shares:F0} ns a cell; filling as much memory that is there takes {Fill(values.Count):F3} s"));
    }

    /// <summary>Seconds to fill as many bytes as the values have, in pages that were touched before.</summary>
    private static double Fill(int factors)
    {
        float[] memory = GC.AllocateUninitializedArray<float>(factors * Days * Shares);
        double best = double.MaxValue;
        for (int round = 0; round < 3; round++)
        {
            long start = Stopwatch.GetTimestamp();
            Array.Fill(memory, round);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }
}
