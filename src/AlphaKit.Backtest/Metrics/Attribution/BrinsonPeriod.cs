namespace AlphaKit.Backtest;

/// <summary>The groups of one period. Weights of each side sum to 1; what a portfolio holds in cash is a group of its own, see <see cref="Cash"/>.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class BrinsonPeriod
{
    /// <summary>Name of the group of what is not invested; its return is 0.</summary>
    public const string Cash = "cash";

    /// <summary>How far weights may sum away from 1.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>Makes a period of groups.</summary>
    /// <param name="date">Last day of the period.</param>
    /// <param name="groups">The groups, each name once.</param>
    /// <exception cref="ArgumentException">A name comes twice, the weights of a side do not sum to 1, or a number that is used is not finite.</exception>
    public BrinsonPeriod(DateOnly date, IReadOnlyList<BrinsonGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        double portfolio = 0, benchmark = 0;
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (BrinsonGroup group in groups)
        {
            if (!names.Add(group.Name)) throw new ArgumentException($"Group '{group.Name}' comes twice on {date:yyyy-MM-dd}.", nameof(groups));
            bool known = double.IsFinite(group.PortfolioWeight) && double.IsFinite(group.BenchmarkWeight)
                && (group.PortfolioWeight == 0 || double.IsFinite(group.PortfolioReturn)) && (group.BenchmarkWeight == 0 || double.IsFinite(group.BenchmarkReturn));
            if (!known) throw new ArgumentException($"Group '{group.Name}' on {date:yyyy-MM-dd} holds a number that is not finite: {group}.", nameof(groups));
            portfolio += group.PortfolioWeight;
            benchmark += group.BenchmarkWeight;
        }

        if (Math.Abs(portfolio - 1) > Tolerance || Math.Abs(benchmark - 1) > Tolerance)
            throw new ArgumentException(FormattableString.Invariant($"On {date:yyyy-MM-dd} the portfolio's weights sum to {portfolio}, the benchmark's to {benchmark}: each must be 1, cash included."), nameof(groups));
        Date = date;
        Groups = [.. groups.OrderBy(g => g.Name, StringComparer.Ordinal)];
    }

    /// <summary>Last day of the period.</summary>
    public DateOnly Date { get; }

    /// <summary>The groups, by name.</summary>
    public IReadOnlyList<BrinsonGroup> Groups { get; }

    /// <summary>Return of the portfolio: Σ weight × return.</summary>
    public double PortfolioReturn => Groups.Sum(g => g.PortfolioWeight == 0 ? 0 : g.PortfolioWeight * g.PortfolioReturn);

    /// <summary>Return of the benchmark: Σ weight × return.</summary>
    public double BenchmarkReturn => Groups.Sum(g => g.BenchmarkWeight == 0 ? 0 : g.BenchmarkWeight * g.BenchmarkReturn);

    /// <summary>Makes a period from single shares; what is missing to 1 on a side becomes <see cref="Cash"/>.</summary>
    /// <param name="date">Last day of the period.</param>
    /// <param name="groups">Group of each share.</param>
    /// <param name="portfolio">Weights in the portfolio at the start of the period, one per share; not negative.</param>
    /// <param name="benchmark">Weights in the benchmark at the start of the period, one per share; not negative.</param>
    /// <param name="returns">Returns over the period, one per share; finite where a weight is not 0.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a weight or a return that is needed is not finite or negative.</exception>
    public static BrinsonPeriod OfShares(DateOnly date, IReadOnlyList<string> groups, ReadOnlySpan<double> portfolio, ReadOnlySpan<double> benchmark, ReadOnlySpan<double> returns)
    {
        ArgumentNullException.ThrowIfNull(groups);
        int n = groups.Count;
        if (portfolio.Length != n || benchmark.Length != n || returns.Length != n)
            throw new ArgumentException($"There are {n} groups, {portfolio.Length} weights of the portfolio, {benchmark.Length} of the benchmark and {returns.Length} returns: there must be one of each per share.", nameof(groups));
        SortedDictionary<string, (double P, double PR, double B, double BR)> sums = new(StringComparer.Ordinal);
        double invested = 0, index = 0;
        for (int i = 0; i < n; i++)
        {
            double p = portfolio[i], b = benchmark[i];
            if (!(p >= 0 && b >= 0 && double.IsFinite(p + b))) throw new ArgumentException(FormattableString.Invariant($"Share {i} on {date:yyyy-MM-dd} has the weights {p} and {b}: they must be finite and not negative."), nameof(portfolio));
            if (p == 0 && b == 0) continue;
            if (!double.IsFinite(returns[i])) throw new ArgumentException(FormattableString.Invariant($"Share {i} on {date:yyyy-MM-dd} is held and has the return {returns[i]}: it must be finite."), nameof(returns));
            (double P, double PR, double B, double BR) sum = sums.GetValueOrDefault(groups[i]);
            sums[groups[i]] = (sum.P + p, sum.PR + (p * returns[i]), sum.B + b, sum.BR + (b * returns[i]));
            invested += p;
            index += b;
        }

        (double P, double PR, double B, double BR) cash = sums.GetValueOrDefault(Cash);
        if (invested != 1 || index != 1) sums[Cash] = (cash.P + 1 - invested, cash.PR, cash.B + 1 - index, cash.BR);
        return new BrinsonPeriod(date, [.. sums.Select(s => new BrinsonGroup(s.Key, s.Value.P, s.Value.P == 0 ? 0 : s.Value.PR / s.Value.P, s.Value.B, s.Value.B == 0 ? 0 : s.Value.BR / s.Value.B))]);
    }
}
