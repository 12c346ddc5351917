using System.Globalization;

namespace AlphaKit.Factors;

/// <summary>What <see cref="FactorAnalysis"/> found: one factor against one label.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class FactorReport
{
    internal FactorReport()
    {
    }

    /// <summary>Name of the factor or of the scores.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the label.</summary>
    public required string LabelName { get; init; }

    /// <summary>Days with an information coefficient.</summary>
    public required int Days { get; init; }

    /// <summary>Days left out because too few names had factor and label.</summary>
    public required int DaysWithTooFewNames { get; init; }

    /// <summary>Days left out because their label ends after the data.</summary>
    public required int DaysBeyondData { get; init; }

    /// <summary>Days left out because all factor values or all labels were equal.</summary>
    public required int DaysWithoutVariance { get; init; }

    /// <summary>Mean over days of Pearson's correlation between factor and label.</summary>
    public double MeanIc => IcSummary.Mean;

    /// <summary>Mean over days of the rank correlation (Spearman, ties share their mean rank).</summary>
    public double MeanRankIc => RankIcSummary.Mean;

    /// <summary>Mean over standard deviation of the rank IC, not annualised.</summary>
    public double IcIr => RankIcSummary.Ratio;

    /// <summary>Newey–West t-statistic of the mean rank IC.</summary>
    public double TStatistic => RankIcSummary.TStatistic;

    /// <summary>Summary of the daily IC.</summary>
    public required SeriesSummary IcSummary { get; init; }

    /// <summary>Summary of the daily rank IC.</summary>
    public required SeriesSummary RankIcSummary { get; init; }

    /// <summary>Summary of the daily difference between the mean labels of the highest and the lowest group.</summary>
    public required SeriesSummary SpreadSummary { get; init; }

    /// <summary>
    /// Mean over days of the correlation between today's ranks and those of the trading day before, over the names that have both: 1 is a
    /// factor that never trades. NaN when no two neighbouring days can be compared.
    /// </summary>
    public required double RankAutocorrelation { get; init; }

    /// <summary>By day: [date, ic, rank_ic, names]; a day without an IC has empty cells.</summary>
    public required Table Ic { get; init; }

    /// <summary>The figures above: [metric, value, formula].</summary>
    public required Table Summary { get; init; }

    /// <summary>By group, 1 the lowest factor values: [quantile, mean_return, names, days].</summary>
    public required Table Quantiles { get; init; }

    /// <summary>By day: [date, q1 … qn, top_minus_bottom].</summary>
    public required Table QuantilesByDate { get; init; }

    /// <summary>Where cells were lost: [reason, cells, share].</summary>
    public required Table Coverage { get; init; }

    /// <summary>What the user should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>All tables.</summary>
    public IReadOnlyList<Table> Tables => [Summary, Ic, Quantiles, QuantilesByDate, Coverage];

    /// <summary>The main figures in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name} → {LabelName}: rank IC {MeanRankIc:P2}, IC {MeanIc:P2}, ICIR {IcIr:F2}, t {TStatistic:F2}, {Days} days");
}
