namespace AlphaKit.Factors;

/// <summary>
/// Measures a factor against what happened: information coefficients by day, returns by group, stability, and where cells were lost.
/// </summary>
/// <remarks>
/// <para>IC of a day: Pearson's correlation between factor and label over the universe members of that day that have both. Rank IC: the
/// same on average ranks (Spearman). A day with fewer than <see cref="FactorAnalysisOptions.MinNames"/> names, or on which one side does not
/// vary, has no IC: it is counted, and left out of every mean.</para>
/// <para>Groups: names are ranked among all members with a factor value, whether or not they can be dealt the day after; group =
/// ⌊(rank − ½)·Q/n⌋ + 1, so that equal values are in the same group. The mean of a group takes the members that have a label.</para>
/// </remarks>
public static class FactorAnalysis
{
    /// <summary>Analyses a factor.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="labels">What happened. Its universe decides who counts.</param>
    /// <param name="options">How to analyse.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InsufficientDataException">No day, or no symbol, is in both, or not one day has an IC.</exception>
    public static FactorReport Run(
        FactorValues factor, LabelValues labels, FactorAnalysisOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(factor);
        ArgumentNullException.ThrowIfNull(labels);
        return ReportBuilder.Build(factor.Name, factor.Axes, factor.Values, labels, options ?? new FactorAnalysisOptions(), cancellationToken);
    }

    /// <summary>Analyses scores.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="labels">What happened. Its universe decides who counts.</param>
    /// <param name="options">How to analyse.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InsufficientDataException">No day, or no symbol, is in both, or not one day has an IC.</exception>
    public static FactorReport Run(
        Scores scores, LabelValues labels, FactorAnalysisOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(labels);
        return ReportBuilder.Build(scores.Name, scores.Axes, scores.Values, labels, options ?? new FactorAnalysisOptions(), cancellationToken);
    }

    /// <summary>Analyses every feature of a tensor against the same label: one row per feature.</summary>
    /// <param name="features">The features.</param>
    /// <param name="labels">What happened. Its universe decides who counts.</param>
    /// <param name="options">How to analyse.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// Table <c>factors</c>: factor, mean IC, mean rank IC, its ratio to its standard deviation, its overlap-corrected t-statistic, share of
    /// days above zero, days with an IC.
    /// </returns>
    /// <exception cref="InsufficientDataException">A feature has not one day with an IC.</exception>
    public static Table Compare(
        FeatureTensor features, LabelValues labels, FactorAnalysisOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        FactorReport[] reports = [.. features.Names.Select(name => Run(features[name], labels, options, cancellationToken))];
        return new Table(
            "factors",
            TableColumn.Text("factor", reports.Select(r => r.Name)),
            TableColumn.Number("mean_ic", reports.Select(r => r.MeanIc), "F4"),
            TableColumn.Number("mean_rank_ic", reports.Select(r => r.MeanRankIc), "F4"),
            TableColumn.Number("rank_icir", reports.Select(r => r.IcIr), "F3"),
            TableColumn.Number("t_statistic", reports.Select(r => r.TStatistic), "F2"),
            TableColumn.Number("share_positive", reports.Select(r => r.RankIcSummary.PositiveShare), "P1"),
            TableColumn.Integer("days", reports.Select(r => (long)r.RankIcSummary.Days)));
    }
}
