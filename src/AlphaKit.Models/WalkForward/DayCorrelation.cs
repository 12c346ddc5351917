using AlphaKit.Factors;

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
        return (Correlation.Pearson(x, y), Correlation.Spearman(x, y));
    }
}
