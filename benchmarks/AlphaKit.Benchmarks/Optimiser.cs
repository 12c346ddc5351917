using System.Diagnostics;
using System.Globalization;
using AlphaKit.Portfolio;
using AlphaKit.Portfolio.Tests;

namespace AlphaKit.Benchmarks;

/// <summary>The optimiser on simulated index enhancements with 41 factors: one thread, each problem solved from nothing, the certificate included.</summary>
internal static class Optimiser
{
    private const int Weeks = 20;
    private const int Rounds = 5;
    private const int Rebalances = 330;
    private const double Aversion = 20;

    private static readonly int[] s_sizes = [500, 1000, 3000, 5000];

    /// <summary>100 linear problems of each size; Clp's own time beside ours where it is installed.</summary>
    public static Action<Action<string>?> Linear()
    {
        Lazy<PortfolioProblem[][]> problems = new(() => Problems(0));
        Lazy<double[]> clp = new(() => ClpReference.Program is null ? [] : [.. problems.Value.Select(p => p.Take(3).Average(ClpReference.Seconds))]);
        return profile =>
        {
            if (profile is null) _ = clp.Value;
            Solve(problems.Value, "LP", clp.Value, profile);
        };
    }

    /// <summary>100 quadratic problems of each size.</summary>
    public static Action<Action<string>?> Quadratic()
    {
        Lazy<PortfolioProblem[][]> problems = new(() => Problems(Aversion));
        return profile => Solve(problems.Value, "QP", [], profile);
    }

    /// <summary>330 weekly rebalances of 1000 names with risk.</summary>
    public static Action<Action<string>?> Weekly()
    {
        Lazy<PortfolioProblem[]> weeks = new(() => [.. Enumerable.Range(0, 30).Select(k => Enhancements.Week((ulong)k, 1000, Aversion))]);
        return _ =>
        {
            for (int week = 0; week < Rebalances; week++) weeks.Value[week % weeks.Value.Length].Solve();
        };
    }

    private static PortfolioProblem[][] Problems(double aversion) =>
        [.. s_sizes.Select(n => Enumerable.Range(0, Weeks).Select(k => Enhancements.Week((ulong)k, n, aversion)).ToArray())];

    private static void Solve(PortfolioProblem[][] problems, string kind, double[] clp, Action<string>? profile)
    {
        for (int size = 0; size < problems.Length; size++)
        {
            List<double> times = [];
            for (int round = 0; round < Rounds; round++)
            {
                foreach (PortfolioProblem problem in problems[size])
                {
                    long start = Stopwatch.GetTimestamp();
                    problem.Solve();
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }

            times.Sort();
            double median = times[times.Count / 2];
            string beside = size < clp.Length ? string.Create(CultureInfo.InvariantCulture, $", Clp dual simplex {clp[size] * 1e3:F1} ms, {clp[size] * 1e3 / median:F1} times as long") : "";
            profile?.Invoke(string.Create(CultureInfo.InvariantCulture, $"  {kind} N={s_sizes[size],-5} median {median,7:F3} ms, fastest {times[0],7:F3} ms{beside}"));
        }
    }
}
