using System.Numerics;

namespace AlphaKit.Backtest;

/// <summary>Volume and volatility before a day, for participation and slippage.</summary>
internal sealed class TradedVolume(MarketFrame frame)
{
    private readonly double[] _sums = new double[frame.Axes.Count];
    private readonly int[] _traded = new int[frame.Axes.Count];
    private int _row = -1;

    /// <summary>Days traded that are averaged.</summary>
    public const int Window = 20;

    /// <summary>How far back they may lie, in trading days.</summary>
    private const int Reach = 250;

    /// <summary>Mean volume of the last 20 days traded before a row; NaN if there is none within 250 trading days.</summary>
    public double AverageBefore(int row, int column)
    {
        if (frame.Volume is not { } volume) return double.NaN;
        if (row != _row) Sum(volume, row);
        if (_traded[column] == Window) return _sums[column] / Window;
        double sum = 0;
        int days = 0;
        ReadOnlySpan<float> all = volume.Span;
        for (int t = row - 1; t >= 0 && t >= row - Reach && days < Window; t--)
        {
            float v = all[(t * volume.Stride) + column];
            if (!(v > 0)) continue;
            sum += v;
            days++;
        }

        return days == 0 ? double.NaN : sum / days;
    }

    // The last 20 rows for all shares at once, row after row through contiguous memory; shares that missed a day are looked up one by one.
    private void Sum(FieldMatrix volume, int row)
    {
        _row = row;
        Array.Clear(_sums);
        Array.Clear(_traded);
        for (int t = Math.Max(0, row - Window); t < row; t++) Add(volume.Row(t), _sums, _traded);
    }

    private static void Add(ReadOnlySpan<float> day, Span<double> sums, Span<int> traded)
    {
        int i = 0, width = Vector<float>.Count, half = Vector<double>.Count;
        for (; i <= day.Length - width; i += width)
        {
            Vector<float> v = new(day[i..]);
            Vector<int> above = Vector.GreaterThan(v, Vector<float>.Zero);
            Vector.Widen(Vector.ConditionalSelect(above, v, Vector<float>.Zero), out Vector<double> low, out Vector<double> high);
            (new Vector<double>(sums[i..]) + low).CopyTo(sums[i..]);
            (new Vector<double>(sums[(i + half)..]) + high).CopyTo(sums[(i + half)..]);
            (new Vector<int>(traded[i..]) - above).CopyTo(traded[i..]);
        }

        for (; i < day.Length; i++)
        {
            if (!(day[i] > 0)) continue;
            sums[i] += day[i];
            traded[i]++;
        }
    }

    /// <summary>Standard deviation (n − 1) of close / previous close − 1 over the last 20 rows before a row that have both; NaN below two.</summary>
    public double VolatilityBefore(int row, int column)
    {
        Span<double> returns = stackalloc double[Window];
        int count = 0;
        for (int t = row - 1; t >= 1 && t >= row - Window; t--)
        {
            float before = frame.PreClose is { } reference && frame.Basis == PriceBasis.Raw ? MarketFrame.At(reference, t, column) : MarketFrame.At(frame.Close, t - 1, column);
            double change = (MarketFrame.At(frame.Close, t, column) / (double)before) - 1;
            if (double.IsFinite(change)) returns[count++] = change;
        }

        return ReturnStatistics.StandardDeviation(returns[..count]);
    }
}
