using System.Diagnostics;
using System.Globalization;
using AlphaKit.Factors;

namespace AlphaKit.Benchmarks;

/// <summary>
/// All 101 alphas on 261 days × 4,000 shares, the size for which other libraries publish their time: from the panel to the values of every
/// alpha in memory, on two threads.
/// </summary>
internal static class Alpha101Speed
{
    private const int Days = 261;
    private const int Shares = 4000;

    private static readonly Lazy<Panel> s_panel = new(Make);

    public static void Run(Action<string>? profile)
    {
        Panel panel = s_panel.Value;
        long start = Stopwatch.GetTimestamp();
        FeatureTensor values = FactorSet.Alpha101.Compute(panel, new EngineOptions { Threads = 2 });
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using Process process = Process.GetCurrentProcess();
        profile?.Invoke(string.Create(
            CultureInfo.InvariantCulture,
            $"  {values.Count} alphas, {seconds:F3} s, {values.Count * 4.0 * Days * Shares / (1 << 20):F0} MiB of values, peak working set {process.PeakWorkingSet64 / (1 << 20)} MiB"));
    }

    /// <summary>A random walk; one day in 300 is missing.</summary>
    private static Panel Make()
    {
        RandomStream random = RandomStream.Create(7, "benchmarks/alpha101");
        PanelAxes axes = new(
            new TradingCalendar(Enumerable.Range(0, Days).Select(d => new DateOnly(2020, 1, 6).AddDays((d / 5 * 7) + (d % 5)))),
            Enumerable.Range(1, Shares).Select(i => Symbol.From(600000 + i, Exchange.Shanghai)));
        Field[] fields =
        [
            Field.AdjustedOpen, Field.AdjustedHigh, Field.AdjustedLow, Field.AdjustedClose, Field.AdjustedVwap, Field.Volume, Field.Amount,
            Field.AdjFactor, Field.MarketCap, Field.Industry,
        ];
        Dictionary<Field, float[]> values = fields.ToDictionary(f => f, _ => new float[Days * Shares]);
        for (int i = 0; i < Shares; i++)
        {
            double close = random.NextDouble(3, 80), capital = random.NextDouble(1e8, 1e10);
            for (int t = 0; t < Days; t++)
            {
                int at = (t * Shares) + i;
                double open = close * Math.Exp(0.005 * random.NextNormal());
                close = open * Math.Exp(0.02 * random.NextNormal());
                double high = Math.Max(open, close) * (1 + (0.01 * random.NextDouble())), low = Math.Min(open, close) * (1 - (0.01 * random.NextDouble()));
                double mean = low + ((high - low) * random.NextDouble()), volume = Math.Round(capital * 0.01 * Math.Exp(0.5 * random.NextNormal()));
                bool missing = random.NextInt32(300) == 0;
                values[Field.Industry][at] = i % 31;
                values[Field.AdjFactor][at] = 1;
                Set(Field.AdjustedOpen, open);
                Set(Field.AdjustedHigh, high);
                Set(Field.AdjustedLow, low);
                Set(Field.AdjustedClose, close);
                Set(Field.AdjustedVwap, mean);
                Set(Field.Volume, volume);
                Set(Field.Amount, volume * mean);
                Set(Field.MarketCap, capital * close);

                void Set(Field field, double value) => values[field][at] = missing ? float.NaN : (float)value;
            }
        }

        return new Panel(axes, values.Select(v => new KeyValuePair<Field, FieldMatrix>(v.Key, FieldMatrix.FromRowMajor(v.Value, Days, Shares))));
    }
}
