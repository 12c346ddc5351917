using System.Diagnostics;
using System.Globalization;
using AlphaKit.Factors;

namespace AlphaKit.Benchmarks;

/// <summary>One new day of 5,500 shares through the 158 features: what an append takes, from the day's panel to the features.</summary>
internal static class FactorAppend
{
    private const int Shares = 5500;
    private const int History = 70;
    private const int Appends = 60;

    /// <summary>Median milliseconds of an append, dense data and data with gaps.</summary>
    public static (double Dense, double Gaps) Run(int threads, Action<string>? profile)
    {
        double dense = Median(gaps: false, threads, profile), holes = Median(gaps: true, threads, profile);
        return (dense, holes);
    }

    private static double Median(bool gaps, int threads, Action<string>? profile)
    {
        Panel panel = FactorPanels.Make(History + Appends, Shares, gaps);
        long start = Stopwatch.GetTimestamp();
        using FactorSession session = FactorSession.Open(FactorSet.Alpha158, panel.Days(0, History), new EngineOptions { Threads = threads });
        double open = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        double[] times = new double[Appends];
        for (int k = 0; k < Appends; k++)
        {
            Panel day = panel.Days(History + k, 1);
            start = Stopwatch.GetTimestamp();
            FeatureTensor today = session.Append(day);
            times[k] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            GC.KeepAlive(today);
        }

        Array.Sort(times, Appends / 2, Appends / 2);
        double median = times[Appends * 3 / 4];
        profile?.Invoke(string.Create(
            CultureInfo.InvariantCulture,
            $"  append, {(gaps ? "with gaps" : "dense")}, {threads} thread(s): median {median:F2} ms, least {times[Appends / 2]:F2}, most {times[^1]:F2}; opened in {open:F0} ms"));
        return median;
    }
}
