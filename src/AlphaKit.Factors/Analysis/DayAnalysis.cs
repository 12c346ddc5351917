using System.Runtime.InteropServices;

namespace AlphaKit.Factors;

/// <summary>One day of a factor against a label.</summary>
internal sealed class DayAnalysis
{
    public double Ic { get; private set; } = double.NaN;

    public double RankIc { get; private set; } = double.NaN;

    /// <summary>Names with factor and label.</summary>
    public int Names { get; private set; }

    /// <summary>Why there is no IC; <see cref="CoverageReason.Used"/> when there is one.</summary>
    public CoverageReason Verdict { get; private set; }

    public long[] Lost { get; } = new long[Enum.GetValues<CoverageReason>().Length];

    /// <summary>Mean label of each group; NaN for a group without a label.</summary>
    public double[] QuantileMeans { get; private set; } = [];

    /// <summary>Names with factor and label in each group.</summary>
    public int[] QuantileNames { get; private set; } = [];

    /// <summary>Rank of the factor by column among the members with a value, NaN elsewhere; for the comparison with the next day.</summary>
    public double[] Ranks { get; private set; } = [];

    public double TopMinusBottom => QuantileMeans.Length == 0 ? double.NaN : QuantileMeans[^1] - QuantileMeans[0];

    /// <summary>Analyses a day; the columns are those of the label.</summary>
    public static DayAnalysis Of(ReadOnlySpan<float> factor, LabelValues labels, int labelRow, FactorAnalysisOptions options)
    {
        DayAnalysis day = new();
        ReadOnlySpan<bool> members = labels.Members.Row(labelRow);
        ReadOnlySpan<float> label = labels.Values.Row(labelRow);
        List<int> valued = [], paired = [];
        for (int i = 0; i < factor.Length; i++)
        {
            CoverageReason reason = !members[i] ? CoverageReason.NotInUniverse
                : float.IsNaN(factor[i]) ? CoverageReason.NoFactorValue
                : ReasonOf(labels.StatusAt(labelRow, i));
            if (reason != CoverageReason.NotInUniverse && reason != CoverageReason.NoFactorValue) valued.Add(i);
            if (reason == CoverageReason.Used) paired.Add(i);
            else day.Lost[(int)reason]++;
        }

        day.Ranks = RankColumns(factor, valued);
        day.Names = paired.Count;
        if (labelRow + labels.Horizon >= labels.Axes.Days) day.Verdict = CoverageReason.BeyondData;
        else day.Correlate(factor, label, paired, options.MinNames);
        day.Lost[(int)day.Verdict] += paired.Count;
        if (day.Verdict == CoverageReason.Used) day.Sort(label, valued.Count, paired, options.Quantiles);
        return day;
    }

    /// <summary>Correlation of the ranks of two days, over the names that have both.</summary>
    public static double RankCorrelation(DayAnalysis today, DayAnalysis before)
    {
        List<double> x = [], y = [];
        for (int i = 0; i < today.Ranks.Length; i++)
        {
            if (double.IsNaN(today.Ranks[i]) || double.IsNaN(before.Ranks[i])) continue;
            x.Add(today.Ranks[i]);
            y.Add(before.Ranks[i]);
        }

        return Correlation.Spearman(CollectionsMarshal.AsSpan(x), CollectionsMarshal.AsSpan(y));
    }

    private static double[] RankColumns(ReadOnlySpan<float> factor, List<int> columns)
    {
        double[] values = new double[columns.Count], result = new double[factor.Length];
        for (int k = 0; k < values.Length; k++) values[k] = factor[columns[k]];
        double[] ranks = Correlation.AverageRanks(values);
        Array.Fill(result, double.NaN);
        for (int k = 0; k < values.Length; k++) result[columns[k]] = ranks[k];
        return result;
    }

    private void Correlate(ReadOnlySpan<float> factor, ReadOnlySpan<float> label, List<int> paired, int minNames)
    {
        Verdict = CoverageReason.TooFewNames;
        if (paired.Count < minNames) return;
        double[] x = new double[paired.Count], y = new double[paired.Count];
        for (int k = 0; k < x.Length; k++)
        {
            x[k] = factor[paired[k]];
            y[k] = label[paired[k]];
        }

        Ic = Correlation.Pearson(x, y);
        RankIc = Correlation.Spearman(x, y);
        Verdict = double.IsNaN(Ic) || double.IsNaN(RankIc) ? CoverageReason.NoVariance : CoverageReason.Used;
        if (Verdict == CoverageReason.NoVariance) Ic = RankIc = double.NaN;
    }

    /// <summary>Groups come from the ranks of all members with a value; whether a label exists decides only about the mean.</summary>
    private void Sort(ReadOnlySpan<float> label, int ranked, List<int> paired, int quantiles)
    {
        double[] sums = new double[quantiles];
        QuantileNames = new int[quantiles];
        foreach (int i in paired)
        {
            int group = Math.Min(quantiles - 1, (int)((Ranks[i] - 0.5) * quantiles / ranked));
            sums[group] += label[i];
            QuantileNames[group]++;
        }

        QuantileMeans = [.. sums.Select((s, q) => QuantileNames[q] > 0 ? s / QuantileNames[q] : double.NaN)];
    }

    private static CoverageReason ReasonOf(LabelStatus status) => status switch
    {
        LabelStatus.Known or LabelStatus.KnownAtLastPrice => CoverageReason.Used,
        LabelStatus.BeyondData => CoverageReason.BeyondData,
        LabelStatus.Suspended => CoverageReason.Suspended,
        LabelStatus.LimitUp => CoverageReason.LimitUp,
        LabelStatus.NoEntryPrice => CoverageReason.NoEntryPrice,
        LabelStatus.NoExitPrice => CoverageReason.NoExitPrice,
        _ => CoverageReason.NoMean,
    };
}
