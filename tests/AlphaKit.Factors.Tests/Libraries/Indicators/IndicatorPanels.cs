namespace AlphaKit.Factors.Tests.Libraries.Technical;

/// <summary>Bars for the contract of indicators: random walks, and the degenerate days that break careless formulas.</summary>
internal static class IndicatorPanels
{
    public const int Days = 230;
    public const int Count = 6;
    public const double Price = 12.5;

    /// <summary>Nothing missing.</summary>
    public static Panel Whole { get; } = Walk(21, (_, _) => false, 0);

    /// <summary>Single days missing, a few per hundred.</summary>
    public static Panel Gapped { get; } = Scattered();

    /// <summary>Suspensions: from the first day, of one day, of five, of thirty, and to the last day.</summary>
    public static Panel Suspended { get; } = Walk(
        23, (t, i) => (i == 1 && t < 12) || (i == 2 && t == 90) || (i == 3 && t is >= 100 and < 105) || (i == 4 && t is >= 110 and < 140) || (i == 5 && t >= 200), 0);

    /// <summary>Prices on a grid of half a yuan: many equal closes, days without range, runs without change.</summary>
    public static Panel Tied { get; } = Walk(24, (_, _) => false, 0.5);

    /// <summary>One price and one turnover on all days.</summary>
    public static Panel Constant { get; } = Of(Days, 1, (_, _) => (Price, Price, Price, Price, 1e6));

    /// <summary>The day on which <see cref="Spiked"/> leaves the constant price, tenfold in price and volume.</summary>
    public const int SpikeDay = 100;

    public static Panel Spiked { get; } = Of(Days, 1, (t, _) => t == SpikeDay ? (125, 130, 120, 128, 1e7) : (Price, Price, Price, Price, 1e6));

    /// <summary>Days, but no share.</summary>
    public static Panel NoShares { get; } = Of(Days, 0, (_, _) => default);

    /// <summary>One day of two shares.</summary>
    public static Panel OneDay { get; } = Of(1, 2, (_, _) => (10, 11, 9, 10.5, 1e6));

    /// <summary>Every value of every day missing.</summary>
    public static Panel AllMissing { get; } = Of(Days, 2, (_, _) => (double.NaN, double.NaN, double.NaN, double.NaN, double.NaN));

    public static Panel Of(int days, int count, Func<int, int, (double Open, double High, double Low, double Close, double Volume)> bar)
    {
        Field[] fields = [Field.AdjustedOpen, Field.AdjustedHigh, Field.AdjustedLow, Field.AdjustedClose, Field.AdjustedVwap, Field.Amount, Field.Volume];
        float[][] values = [.. fields.Select(_ => new float[days * count])];
        for (int t = 0; t < days; t++)
        {
            for (int i = 0; i < count; i++)
            {
                (double open, double high, double low, double close, double volume) = bar(t, i);
                double mean = (high + low) / 2;
                double[] row = [open, high, low, close, mean, mean * volume, volume];
                for (int k = 0; k < row.Length; k++) values[k][(t * count) + i] = (float)row[k];
            }
        }

        return new Panel(
            TestPanels.Axes(days, count), fields.Select((f, k) => new KeyValuePair<Field, FieldMatrix>(f, FieldMatrix.FromRowMajor(values[k], days, count))));
    }

    private static Panel Scattered()
    {
        RandomStream random = RandomStream.Create(22, "gaps");
        bool[] gaps = [.. Enumerable.Range(0, Days * Count).Select(_ => random.NextDouble() < 0.015)];
        return Walk(22, (t, i) => gaps[(t * Count) + i], 0);
    }

    private static Panel Walk(ulong seed, Func<int, int, bool> missing, double grid)
    {
        RandomStream random = RandomStream.Create(seed, "indicator bars");
        double[] prices = [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble(8, 40))];
        return Of(Days, Count, (t, i) =>
        {
            double open = prices[i] * (1 + (0.005 * random.NextNormal()));
            double close = open * Math.Exp((0.02 * random.NextNormal()) + (0.008 * Math.Sin((t / 15.0) + i)));
            prices[i] = close;
            double high = Math.Max(open, close) * (1 + (0.01 * random.NextDouble())), low = Math.Min(open, close) * (1 - (0.01 * random.NextDouble()));
            double volume = random.NextDouble(5e5, 5e6);
            if (missing(t, i)) return (double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
            return grid == 0 ? (open, high, low, close, volume) : (On(open), On(high), On(low), On(close), Math.Round(volume / 1e6) * 1e6);
        });

        double On(double price) => Math.Max(grid, Math.Round(price / grid / 2) * grid * 2);
    }
}
