namespace AlphaKit.Factors;

/// <summary>How well one series of numbers goes with another: the measures behind IC and rank IC. Sums run in the order given.</summary>
public static class Correlation
{
    /// <summary>
    /// Pearson's correlation: Σ(x − x̄)(y − ȳ) / (√Σ(x − x̄)² · √Σ(y − ȳ)²), in two passes, −1 to 1. NaN for fewer than two pairs, where a side
    /// does not vary, and where a value is NaN.
    /// </summary>
    /// <param name="x">One side.</param>
    /// <param name="y">The other side, of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RequireSameLength(x, y);
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

    /// <summary>Spearman's rank correlation: <see cref="Pearson"/> of the average ranks of both sides.</summary>
    /// <param name="x">One side, without NaN.</param>
    /// <param name="y">The other side, of the same length, without NaN.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RequireSameLength(x, y);
        return Pearson(AverageRanks(x), AverageRanks(y));
    }

    /// <summary>Ranks from 1 (least) to n; equal values share the mean of the ranks that they occupy.</summary>
    /// <param name="values">The values, without NaN.</param>
    public static double[] AverageRanks(ReadOnlySpan<double> values)
    {
        double[] keys = values.ToArray(), ranks = new double[values.Length];
        int[] order = new int[keys.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(keys, order);
        for (int first = 0; first < keys.Length;)
        {
            int last = first;
            while (last + 1 < keys.Length && keys[last + 1] == keys[first]) last++;
            double rank = ((first + last) / 2.0) + 1;
            for (int k = first; k <= last; k++) ranks[order[k]] = rank;
            first = last + 1;
        }

        return ranks;
    }

    private static void RequireSameLength(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException($"The sides have {x.Length} and {y.Length} values: they must pair up.", nameof(y));
    }
}
