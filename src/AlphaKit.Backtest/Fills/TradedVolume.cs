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

    // The last 20 rows for all shares at once, a strip of columns after the other, so that sums stay in registers; shares that missed a day are
    // looked up one by one.
    private void Sum(FieldMatrix volume, int row)
    {
        _row = row;
        int first = Math.Max(0, row - Window), stride = volume.Stride, width = Vector<float>.Count, half = Vector<double>.Count, i = 0;
        ReadOnlySpan<float> rows = volume.Slice(first, row - first).Span;
        Span<double> sums = _sums;
        Span<int> traded = _traded;
        for (; i <= sums.Length - width; i += width)
        {
            Vector<double> lower = Vector<double>.Zero, upper = Vector<double>.Zero;
            Vector<int> count = Vector<int>.Zero;
            for (int at = i; at < rows.Length; at += stride)
            {
                Vector<float> v = new(rows[at..]);
                Vector<int> above = Vector.GreaterThan(v, Vector<float>.Zero);
                Vector.Widen(Vector.ConditionalSelect(above, v, Vector<float>.Zero), out Vector<double> low, out Vector<double> high);
                lower += low;
                upper += high;
                count -= above;
            }

            lower.CopyTo(sums[i..]);
            upper.CopyTo(sums[(i + half)..]);
            count.CopyTo(traded[i..]);
        }

        for (; i < sums.Length; i++)
        {
            (sums[i], traded[i]) = (0, 0);
            for (int at = i; at < rows.Length; at += stride)
            {
                if (!(rows[at] > 0)) continue;
                sums[i] += rows[at];
                traded[i]++;
            }
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
