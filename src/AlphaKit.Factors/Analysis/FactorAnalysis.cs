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
}
