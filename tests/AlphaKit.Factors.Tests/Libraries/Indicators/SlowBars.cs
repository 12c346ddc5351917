namespace AlphaKit.Factors.Tests.Libraries.Technical;

/// <summary>The adjusted bars of one share in double precision. Volume is turnover over the adjusted mean price.</summary>
internal sealed class SlowBars
{
    public SlowBars(double[] open, double[] high, double[] low, double[] close, double[] volume)
    {
        Open = open;
        High = high;
        Low = low;
        Close = close;
        Volume = volume;
    }

    public double[] Open { get; }

    public double[] High { get; }

    public double[] Low { get; }

    public double[] Close { get; }

    public double[] Volume { get; }

    public double[] Vwap { get; init; } = [];

    public int Days => Close.Length;

    /// <summary>(H + L + C)/3.</summary>
    public double[] Typical => Slow.Each(High, Low, Close, (h, l, c) => (h + l + c) / 3);

    /// <summary>max(H − L, |H − C'|, |L − C'|).</summary>
    public double[] TrueRange
    {
        get
        {
            double[] y = new double[Days];
            for (int t = 0; t < Days; t++)
            {
                double previous = t == 0 ? double.NaN : Close[t - 1];
                double gap = Math.Max(Math.Abs(High[t] - previous), Math.Abs(Low[t] - previous));
                y[t] = double.IsNaN(previous) || double.IsNaN(High[t]) || double.IsNaN(Low[t]) ? double.NaN : Math.Max(High[t] - Low[t], gap);
            }

            return y;
        }
    }

    public static SlowBars Of(Panel panel, int column) => new(
        Series(panel, Field.AdjustedOpen, column),
        Series(panel, Field.AdjustedHigh, column),
        Series(panel, Field.AdjustedLow, column),
        Series(panel, Field.AdjustedClose, column),
        Slow.Over(Series(panel, Field.Amount, column), Series(panel, Field.AdjustedVwap, column)))
        {
            Vwap = Series(panel, Field.AdjustedVwap, column),
        };

    private static double[] Series(Panel panel, Field field, int column) => [.. panel[field].Column(column).Select(v => (double)v)];
}
