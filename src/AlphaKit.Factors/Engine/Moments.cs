namespace AlphaKit.Factors;

/// <summary>Mean, deviation and correlation of plain numbers, in two passes and in the order given.</summary>
internal static class Moments
{
    /// <summary>A copy of the values that are not NaN.</summary>
    public static Span<double> Present(ReadOnlySpan<double> values)
    {
        double[] present = new double[values.Length];
        int count = 0;
        foreach (double v in values)
        {
            if (!double.IsNaN(v)) present[count++] = v;
        }

        return present.AsSpan(0, count);
    }

    public static double Mean(ReadOnlySpan<double> values)
    {
        if (values.Length == 0) return double.NaN;
        double origin = values[0], sum = 0;
        foreach (double v in values) sum += v - origin;
        return origin + (sum / values.Length);
    }

    /// <summary>Exactly 0 for equal values; NaN where the divisor would be 0.</summary>
    public static double Deviation(ReadOnlySpan<double> values, Deviation deviation)
    {
        int divisor = values.Length - (deviation == Factors.Deviation.Sample ? 1 : 0);
        if (divisor < 1) return double.NaN;
        double origin = values[0], mean = 0, squares = 0;
        foreach (double v in values) mean += v - origin;
        mean /= values.Length;
        foreach (double v in values)
        {
            double d = v - origin - mean;
            squares += d * d;
        }

        return Math.Sqrt(squares / divisor);
    }

    /// <summary>Pearson's correlation; NaN for fewer than two pairs or where a side does not vary.</summary>
    public static double Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length < 2) return double.NaN;
        double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            mx += x[i] - x[0];
            my += y[i] - y[0];
        }

        mx /= x.Length;
        my /= y.Length;
        for (int i = 0; i < x.Length; i++)
        {
            double dx = x[i] - x[0] - mx, dy = y[i] - y[0] - my;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        return xx > 0 && yy > 0 ? Math.Clamp(xy / (Math.Sqrt(xx) * Math.Sqrt(yy)), -1, 1) : double.NaN;
    }
}
