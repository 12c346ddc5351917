namespace AlphaKit.Backtest;

/// <summary>
/// Where an excess return came from in terms of a risk model: per period, factor k contributes exposure × factor return, and what the factors do not
/// explain is specific (it holds selection, costs and trading within the period). Periods are linked after Cariño, so that all contributions
/// sum to <see cref="Excess"/> exactly (to rounding).
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record FactorAttribution
{
    /// <summary>Name of the row of what the factors do not explain.</summary>
    public const string Specific = "specific";

    private FactorAttribution()
    {
    }

    /// <summary>Compounded return of the portfolio.</summary>
    public required double PortfolioReturn { get; init; }

    /// <summary>Compounded return of the benchmark.</summary>
    public required double BenchmarkReturn { get; init; }

    /// <summary>Arithmetic excess over all periods: the sum of all contributions.</summary>
    public double Excess => PortfolioReturn - BenchmarkReturn;

    /// <summary>What the factors do not explain.</summary>
    public required double SpecificReturn { get; init; }

    /// <summary>
    /// One row per factor in the order given, then <see cref="Specific"/>: factor, exposure (mean), exposure_std, contribution (linked), t (mean of
    /// the unlinked daily contribution over its standard error).
    /// </summary>
    public required Table Factors { get; init; }

    /// <summary>One row per period: date, then for each factor and specific the linked contribution so far.</summary>
    public required Table Cumulative { get; init; }

    /// <summary>Attributes a series of periods.</summary>
    /// <param name="factors">Names of the factors, each once.</param>
    /// <param name="periods">The periods in order of time, without gaps between them.</param>
    /// <exception cref="InsufficientDataException">There is no period.</exception>
    /// <exception cref="ArgumentException">Lengths do not fit, a number is not finite, a period is a total loss, or the periods are not in order.</exception>
    public static FactorAttribution Of(IReadOnlyList<string> factors, IReadOnlyList<FactorPeriod> periods)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(periods);
        if (periods.Count == 0) throw new InsufficientDataException("periods to attribute", 1, 0);
        Check(factors, periods);
        (double[] scale, double portfolio, double benchmark) = CarinoLink.Of([.. periods.Select(p => p.PortfolioReturn)], [.. periods.Select(p => p.BenchmarkReturn)]);
        int k = factors.Count;
        double[][] parts = [.. Enumerable.Range(0, k + 1).Select(_ => new double[periods.Count])], sums = [.. parts.Select(p => new double[p.Length])];
        double[] totals = new double[k + 1];
        for (int t = 0; t < periods.Count; t++)
        {
            double rest = periods[t].PortfolioReturn - periods[t].BenchmarkReturn;
            for (int f = 0; f <= k; f++)
            {
                double part = f == k ? rest : double.IsNaN(periods[t].FactorReturns[f]) ? 0 : periods[t].Exposures[f] * periods[t].FactorReturns[f];
                rest -= part;
                parts[f][t] = part;
                totals[f] += scale[t] * part;
                sums[f][t] = totals[f];
            }
        }

        string[] names = [.. factors, Specific];
        double[][] exposures = [.. Enumerable.Range(0, k).Select(f => periods.Select(p => p.Exposures[f]).ToArray())];
        return new FactorAttribution
        {
            PortfolioReturn = portfolio,
            BenchmarkReturn = benchmark,
            SpecificReturn = totals[k],
            Factors = new Table(
                "factor_attribution",
                TableColumn.Text("factor", names),
                TableColumn.Number("exposure", [.. exposures.Select(e => ReturnStatistics.Mean(e)), double.NaN], "F3"),
                TableColumn.Number("exposure_std", [.. exposures.Select(e => ReturnStatistics.StandardDeviation(e)), double.NaN], "F3"),
                TableColumn.Number("contribution", totals, "P2"),
                TableColumn.Number("t", parts.Select(p => ReturnStatistics.Mean(p) / (ReturnStatistics.StandardDeviation(p) / Math.Sqrt(p.Length))).Select(t => double.IsFinite(t) ? t : double.NaN), "F2")),
            Cumulative = new Table(
                "factor_attribution_daily",
                [TableColumn.Date("date", periods.Select(p => p.Date)), .. names.Select((name, f) => TableColumn.Number(name, sums[f], "P2"))]),
        };
    }

    private static void Check(IReadOnlyList<string> factors, IReadOnlyList<FactorPeriod> periods)
    {
        if (factors.Distinct(StringComparer.Ordinal).Count() != factors.Count || factors.Contains(Specific, StringComparer.Ordinal))
            throw new ArgumentException($"Every factor must have a name of its own, and none may be '{Specific}'.", nameof(factors));
        for (int t = 0; t < periods.Count; t++)
        {
            FactorPeriod p = periods[t];
            if (t > 0 && p.Date <= periods[t - 1].Date) throw new ArgumentException($"Period {t} ends on {p.Date:yyyy-MM-dd}, not after {periods[t - 1].Date:yyyy-MM-dd}.", nameof(periods));
            if (p.Exposures.Count != factors.Count || p.FactorReturns.Count != factors.Count)
                throw new ArgumentException($"{p.Date:yyyy-MM-dd} has {p.Exposures.Count} exposures and {p.FactorReturns.Count} factor returns for {factors.Count} factors.", nameof(periods));
            if (!double.IsFinite(p.PortfolioReturn + p.BenchmarkReturn) || p.Exposures.Any(e => !double.IsFinite(e)) || p.FactorReturns.Any(double.IsInfinity))
                throw new ArgumentException($"{p.Date:yyyy-MM-dd} holds a number that is not finite.", nameof(periods));
        }
    }
}
