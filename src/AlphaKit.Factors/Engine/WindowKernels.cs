namespace AlphaKit.Factors;

/// <summary>
/// Rolling windows, computed afresh for every day from the definition: no running sum, hence no drift, and no day older than the window
/// can touch the result. The inner loops run over the columns of the tile.
/// </summary>
internal static class WindowKernels
{
    public static void Delay(TileBuffer x, TileBuffer y, int days)
    {
        int missing = Math.Min(days, x.Rows) * x.Width;
        y.All[..missing].Fill(double.NaN);
        x.All[..(x.All.Length - missing)].CopyTo(y.All[missing..]);
    }

    public static void Roll(WindowFactor window, TileBuffer x, TileBuffer y)
    {
        if (window.MinPeriods == MinPeriods.Full) RollFull(window, x, y);
        else RollPartial(window, x, y);
    }

    /// <summary>The whole window must be there: NaN spreads by itself through sums, maxima and minima.</summary>
    private static void RollFull(WindowFactor window, TileBuffer x, TileBuffer y)
    {
        int days = window.Days;
        Span<double> mean = stackalloc double[FactorEngine.TileWidth];
        for (int t = 0; t < x.Rows; t++)
        {
            Span<double> result = y.Row(t);
            if (t < days - 1)
            {
                result.Fill(double.NaN);
                continue;
            }

            ReadOnlySpan<double> rows = x.All.Slice((t - days + 1) * x.Width, days * x.Width);
            switch (window.Kind)
            {
                case WindowKind.Max:
                    Extreme(rows, result, largest: true);
                    break;
                case WindowKind.Min:
                    Extreme(rows, result, largest: false);
                    break;
                case WindowKind.Std:
                    Deviations(rows, days, result, mean[..x.Width], window.Deviation == Deviation.Sample ? days - 1 : days);
                    break;
                default:
                    Total(rows, result);
                    if (window.Kind == WindowKind.Mean)
                    {
                        for (int i = 0; i < result.Length; i++) result[i] /= days;
                    }

                    break;
            }
        }
    }

    private static void Total(ReadOnlySpan<double> rows, Span<double> result)
    {
        result.Clear();
        for (; rows.Length > 0; rows = rows[result.Length..])
        {
            for (int i = 0; i < result.Length; i++) result[i] += rows[i];
        }
    }

    private static void Extreme(ReadOnlySpan<double> rows, Span<double> result, bool largest)
    {
        rows[..result.Length].CopyTo(result);
        for (rows = rows[result.Length..]; rows.Length > 0; rows = rows[result.Length..])
        {
            if (largest)
            {
                for (int i = 0; i < result.Length; i++) result[i] = Math.Max(result[i], rows[i]);
            }
            else
            {
                for (int i = 0; i < result.Length; i++) result[i] = Math.Min(result[i], rows[i]);
            }
        }
    }

    /// <summary>Two passes over differences from the first day of the window, so that equal values give exactly 0.</summary>
    private static void Deviations(ReadOnlySpan<double> rows, int days, Span<double> result, Span<double> mean, int divisor)
    {
        int width = result.Length;
        ReadOnlySpan<double> origin = rows[..width];
        mean.Clear();
        for (int k = 0; k < days; k++)
        {
            ReadOnlySpan<double> row = rows.Slice(k * width, width);
            for (int i = 0; i < width; i++) mean[i] += row[i] - origin[i];
        }

        for (int i = 0; i < width; i++) mean[i] /= days;
        result.Clear();
        for (int k = 0; k < days; k++)
        {
            ReadOnlySpan<double> row = rows.Slice(k * width, width);
            for (int i = 0; i < width; i++)
            {
                double d = row[i] - origin[i] - mean[i];
                result[i] += d * d;
            }
        }

        for (int i = 0; i < width; i++) result[i] = Math.Sqrt(result[i] / divisor);
    }

    /// <summary>Missing days are left out; the windows at the start of the panel are shorter.</summary>
    private static void RollPartial(WindowFactor window, TileBuffer x, TileBuffer y)
    {
        Span<double> present = new double[window.Days];
        for (int t = 0; t < x.Rows; t++)
        {
            for (int i = 0; i < x.Width; i++)
            {
                int count = 0;
                for (int s = Math.Max(0, t - window.Days + 1); s <= t; s++)
                {
                    double value = x.Row(s)[i];
                    if (!double.IsNaN(value)) present[count++] = value;
                }

                y.Row(t)[i] = count < window.MinPeriods.Count ? double.NaN : Reduce(window, present[..count]);
            }
        }
    }

    private static double Reduce(WindowFactor window, ReadOnlySpan<double> values)
    {
        double sum = 0, max = values[0], min = values[0];
        foreach (double v in values)
        {
            sum += v;
            max = Math.Max(max, v);
            min = Math.Min(min, v);
        }

        return window.Kind switch
        {
            WindowKind.Sum => sum,
            WindowKind.Mean => sum / values.Length,
            WindowKind.Max => max,
            WindowKind.Min => min,
            _ => Moments.Deviation(values, window.Deviation),
        };
    }
}
