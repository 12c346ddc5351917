namespace AlphaKit.Factors;

/// <summary>Mean and deviation of plain numbers, in two passes and in the order given.</summary>
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
}
