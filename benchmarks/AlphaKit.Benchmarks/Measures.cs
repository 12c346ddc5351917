using System.Diagnostics;
using System.Globalization;
using AlphaKit.Data.Simulation;

namespace AlphaKit.Benchmarks;

/// <summary>Runs the claims about whole jobs: one run to warm up, then the median of three.</summary>
internal static class Measures
{
    private const int Rounds = 3;

    private static readonly Measure[] s_all =
    [
        new Measure("simulation_seconds", 10, SimulateEightYears),
        new Measure("risk_model_seconds", 60, RiskModelEstimate.Run),
        new Measure("risk_parity_thousand_seconds", 1, ConstructionSpeed.RiskParityThousandTimes),
        new Measure("hierarchy_hundred_seconds", 1, ConstructionSpeed.HierarchyHundredTimes),
        new Measure("alpha101_seconds", 3.5, Alpha101Speed.Run),
        new Measure("gru_score_seconds", 0.1, GruSpeed.Score),
        new Measure("alpha158_seconds", 1, FactorBatch.Run),
        new Measure("backtest_weekly_seconds", 0.4, BacktestSpeed.Weekly),
        new Measure("backtest_from_parquet_seconds", 1.2, BacktestSpeed.WeeklyFromParquet),
        new Measure("backtest_daily_seconds", 1.2, BacktestSpeed.Daily),
        new Measure("optimiser_linear_seconds", 1.5, Optimiser.Linear()),
        new Measure("optimiser_quadratic_seconds", 2.6, Optimiser.Quadratic()),
        new Measure("tushare_hundred_replies_seconds", 1.5, TushareReplies.Hundred),
        new Measure("optimiser_weekly_seconds", 0.8, Optimiser.Weekly()),
        new Measure("statement_join_seconds", 2, Store.Join()),
        new Measure("exposure_seconds", 5, ExposureSpeed.Run),
    ];

    public static int Run(IReadOnlyCollection<string> names)
    {
        int misses = 0;
        foreach (Measure measure in s_all.Where(m => names.Count == 0 || names.Contains(m.Name)))
        {
            measure.Work(null);
            double[] seconds = new double[Rounds];
            for (int round = 0; round < Rounds; round++)
            {
                TimeSpan processor = Environment.CpuUsage.TotalTime;
                long start = Stopwatch.GetTimestamp();
                measure.Work(Console.WriteLine);
                seconds[round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measure.Name}, round {round + 1} of {Rounds}: {seconds[round]:G4} s, processor time of all threads {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:F2} s"));
            }

            Array.Sort(seconds);
            double median = seconds[Rounds / 2];
            if (median > measure.AtMostSeconds) misses++;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CLAIM {measure.Name} measured={median:G4} target=<={measure.AtMostSeconds:G6} {(median <= measure.AtMostSeconds ? "pass" : "miss")}"));
        }

        return misses == 0 ? 0 : 1;
    }

    /// <summary>A market of 800 shares and eight years, and every one of its vendor tables, daily and other, rendered in full.</summary>
    private static void SimulateEightYears(Action<string>? profile)
    {
        long start = Stopwatch.GetTimestamp();
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Stocks = 800, From = new DateOnly(2015, 1, 5), To = new DateOnly(2022, 12, 30) });
        Note("(prices)", 0);
        foreach (string table in market.Tables)
        {
            start = Stopwatch.GetTimestamp();
            Note(table, market.ReadAsync(table).AsTask().GetAwaiter().GetResult().RowCount);
        }

        void Note(string part, int rows) =>
            profile?.Invoke(string.Create(CultureInfo.InvariantCulture, $"  {part,-18}{rows,10} rows {Stopwatch.GetElapsedTime(start).TotalSeconds,8:F3} s"));
    }
}
