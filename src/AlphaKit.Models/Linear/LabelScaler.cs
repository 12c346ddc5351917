using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>Scales the labels of one day's samples.</summary>
internal static class LabelScaler
{
    /// <summary>Scales in place; false when all labels are equal, so that the day tells nothing.</summary>
    public static bool TryScale(Span<double> labels, LabelScale scale)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (double y in labels)
        {
            min = Math.Min(min, y);
            max = Math.Max(max, y);
        }

        if (!(max > min)) return false;
        if (scale == LabelScale.None) return true;
        if (scale == LabelScale.RankToNormal)
        {
            double[] ranks = Correlation.AverageRanks(labels);
            for (int i = 0; i < labels.Length; i++) labels[i] = NormalQuantile.Of((ranks[i] - 0.5) / labels.Length);
            return true;
        }

        double sum = 0, squares = 0;
        foreach (double y in labels) sum += y;
        double mean = sum / labels.Length;
        foreach (double y in labels) squares += (y - mean) * (y - mean);
        double factor = 1 / Math.Sqrt(squares / labels.Length);
        foreach (ref double y in labels) y = (y - mean) * factor;
        return true;
    }
}
