namespace AlphaKit.Backtest;

/// <summary>
/// Where an excess return came from: being in the right groups or having the right shares in them (G. Brinson and N. Fachler, Journal of Portfolio
/// Management 11(3), 1985). Per period and group, with w, r of the portfolio, v, b of the benchmark and B the benchmark's whole return:
/// <code>
/// allocation  (w − v)(b − B)     selection  v (r − b)     interaction  (w − v)(r − b)
/// </code>
/// A group that the benchmark lacks is given B as its b, one that the portfolio lacks b as its r. Periods are linked after Cariño, so that
/// everything sums to <see cref="Excess"/> exactly (to rounding).
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record BrinsonAttribution
{
    private BrinsonAttribution()
    {
    }

    /// <summary>Compounded return of the portfolio.</summary>
    public required double PortfolioReturn { get; init; }

    /// <summary>Compounded return of the benchmark.</summary>
    public required double BenchmarkReturn { get; init; }

    /// <summary>Arithmetic excess over all periods: the sum of all effects.</summary>
    public double Excess => PortfolioReturn - BenchmarkReturn;

    /// <summary>Allocation over all groups.</summary>
    public required double Allocation { get; init; }

    /// <summary>Selection over all groups.</summary>
    public required double Selection { get; init; }

    /// <summary>Interaction over all groups.</summary>
    public required double Interaction { get; init; }

    /// <summary>
    /// One row per group, by name: group, portfolio_weight, benchmark_weight (means over the periods), allocation, selection, interaction, total.
    /// </summary>
    public required Table Groups { get; init; }

    /// <summary>Attributes a series of periods.</summary>
    /// <param name="periods">The periods in order of time, without gaps between them.</param>
    /// <exception cref="InsufficientDataException">There is no period.</exception>
    /// <exception cref="ArgumentException">The periods are not in order, or one of them is a total loss.</exception>
    public static BrinsonAttribution Of(IReadOnlyList<BrinsonPeriod> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        if (periods.Count == 0) throw new InsufficientDataException("periods to attribute", 1, 0);
        for (int t = 1; t < periods.Count; t++)
        {
            if (periods[t].Date <= periods[t - 1].Date) throw new ArgumentException($"Period {t} ends on {periods[t].Date:yyyy-MM-dd}, not after {periods[t - 1].Date:yyyy-MM-dd}.", nameof(periods));
        }

        (double[] scale, double portfolio, double benchmark) = CarinoLink.Of([.. periods.Select(p => p.PortfolioReturn)], [.. periods.Select(p => p.BenchmarkReturn)]);
        SortedDictionary<string, double[]> sums = new(StringComparer.Ordinal);
        for (int t = 0; t < periods.Count; t++)
        {
            double whole = periods[t].BenchmarkReturn;
            foreach (BrinsonGroup g in periods[t].Groups)
            {
                double b = g.BenchmarkWeight == 0 ? whole : g.BenchmarkReturn, r = g.PortfolioWeight == 0 ? b : g.PortfolioReturn, active = g.PortfolioWeight - g.BenchmarkWeight;
                if (!sums.TryGetValue(g.Name, out double[]? sum)) sums[g.Name] = sum = new double[5];
                sum[0] += g.PortfolioWeight / periods.Count;
                sum[1] += g.BenchmarkWeight / periods.Count;
                sum[2] += scale[t] * active * (b - whole);
                sum[3] += scale[t] * g.BenchmarkWeight * (r - b);
                sum[4] += scale[t] * active * (r - b);
            }
        }

        return new BrinsonAttribution
        {
            PortfolioReturn = portfolio,
            BenchmarkReturn = benchmark,
            Allocation = sums.Values.Sum(s => s[2]),
            Selection = sums.Values.Sum(s => s[3]),
            Interaction = sums.Values.Sum(s => s[4]),
            Groups = new Table(
                "brinson",
                TableColumn.Text("group", sums.Keys),
                TableColumn.Number("portfolio_weight", sums.Values.Select(s => s[0]), "P2"),
                TableColumn.Number("benchmark_weight", sums.Values.Select(s => s[1]), "P2"),
                TableColumn.Number("allocation", sums.Values.Select(s => s[2]), "P2"),
                TableColumn.Number("selection", sums.Values.Select(s => s[3]), "P2"),
                TableColumn.Number("interaction", sums.Values.Select(s => s[4]), "P2"),
                TableColumn.Number("total", sums.Values.Select(s => s[2] + s[3] + s[4]), "P2")),
        };
    }
}
