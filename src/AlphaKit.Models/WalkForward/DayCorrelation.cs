namespace AlphaKit.Models;

/// <summary>Correlation of scores and labels over one day's names.</summary>
internal static class DayCorrelation
{
    /// <summary>Fewer common names than this give no correlation.</summary>
    public const int LeastNames = 3;

    /// <summary>Pearson and Spearman correlation over the names that are members and have both; NaN with too few names or without variation.</summary>
    public static (double Ic, double RankIc) Of(ReadOnlySpan<float> scores, ReadOnlySpan<float> labels, ReadOnlySpan<bool> members)
    {
        double[] a = new double[scores.Length], b = new double[scores.Length];
        int n = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (!members[i] || float.IsNaN(scores[i]) || float.IsNaN(labels[i])) continue;
            (a[n], b[n]) = (scores[i], labels[i]);
            n++;
        }

        if (n < LeastNames) return (double.NaN, double.NaN);
        Span<double> x = a.AsSpan(0, n), y = b.AsSpan(0, n);
        return (Pearson(x, y), Pearson(Ranks(x), Ranks(y)));
    }

    /// <summary>Ranks 1 to n, ties at their mean rank.</summary>
    public static double[] Ranks(ReadOnlySpan<double> values)
    {
        int[] order = new int[values.Length];
        double[] keys = values.ToArray(), ranks = new double[values.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(keys, order);
        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start]) end++;
            for (int i = start; i < end; i++) ranks[order[i]] = (start + end + 1) / 2.0;
            start = end;
        }

        return ranks;
    }

    private static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            mx += x[i];
            my += y[i];
        }

        mx /= x.Length;
        my /= x.Length;
        for (int i = 0; i < x.Length; i++)
        {
            double dx = x[i] - mx, dy = y[i] - my;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : double.NaN;
    }
}
