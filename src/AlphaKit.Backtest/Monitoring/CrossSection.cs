namespace AlphaKit.Backtest;

/// <summary>Scores against labels on one day, over the names that have both.</summary>
internal readonly record struct CrossSection(double RankIc, double Bias, double Slope)
{
    public static CrossSection None { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>Rank IC (Pearson's correlation of average ranks), mean of label − score, and slope of label on score.</summary>
    public static CrossSection Of(ReadOnlySpan<float> scores, ReadOnlySpan<float> labels, Membership? members, int membersRow, int fewest)
    {
        List<double> x = [], y = [];
        for (int i = 0; i < scores.Length; i++)
        {
            if (!float.IsFinite(scores[i]) || !float.IsFinite(labels[i]) || (members is not null && !members[membersRow, i])) continue;
            x.Add(scores[i]);
            y.Add(labels[i]);
        }

        if (x.Count < fewest) return None;
        double[] score = [.. x], label = [.. y];
        return new CrossSection(
            ReturnStatistics.Correlation(Ranks(score), Ranks(label)),
            ReturnStatistics.Mean(label) - ReturnStatistics.Mean(score),
            ReturnStatistics.Beta(label, score));
    }

    /// <summary>Ranks from 1; equal values share the mean of the ranks that they occupy.</summary>
    internal static double[] Ranks(double[] values)
    {
        double[] keys = [.. values], ranks = new double[values.Length];
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(keys, order);
        for (int first = 0; first < keys.Length;)
        {
            int last = first;
            while (last + 1 < keys.Length && keys[last + 1] == keys[first]) last++;
            for (int k = first; k <= last; k++) ranks[order[k]] = ((first + last) / 2.0) + 1;
            first = last + 1;
        }

        return ranks;
    }
}
