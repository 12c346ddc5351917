namespace AlphaKit.Portfolio;

/// <summary>
/// Holds the best scores at equal weight: of the n shares that have a score, belong to the universe and trade today, the best
/// k = min(<see cref="Names"/>, max(1, ⌊<see cref="Fraction"/> · n⌋)). Each gets min(<see cref="MaxWeight"/>, (<see cref="Invested"/> − frozen) / k),
/// where frozen is the weight of holdings that cannot be sold; those keep it. All other holdings are sold.
/// </summary>
/// <remarks>
/// When k · cap is below the invested share, the rest stays in cash. Equal scores are taken in the order of symbols. Keeps the holdings, with the
/// reason, when no member of the universe has a score, or when all scores are equal and fewer than all would be chosen.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record TopQuantile : ITargetSource
{
    /// <summary>Default of <see cref="Fraction"/>.</summary>
    public const double DefaultFraction = 0.1;

    private readonly Scores _scores;
    private readonly Field? _suspended;

    /// <summary>Makes the construction for a market that tells suspensions (<see cref="Field.IsSuspended"/>).</summary>
    /// <param name="scores">The scores; any scale, only their order counts.</param>
    public TopQuantile(Scores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        _scores = scores;
        _suspended = Field.IsSuspended;
        Name = $"top quantile of {scores.Name}";
    }

    /// <summary>Makes the construction for a market with this coverage: where suspensions are not covered they are not looked at.</summary>
    /// <param name="scores">The scores; any scale, only their order counts.</param>
    /// <param name="coverage">What the market covers.</param>
    public TopQuantile(Scores scores, MarketCoverage coverage)
        : this(scores)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        _suspended = coverage.Has(Field.IsSuspended) ? Field.IsSuspended : null;
    }

    /// <inheritdoc/>
    public string Name { get; init; }

    /// <inheritdoc/>
    public Universe Universe { get; init; } = Universe.AShares;

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => _suspended is null ? [] : [_suspended];

    /// <summary>The part of the scored names that is held.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultFraction"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Fraction
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Fraction), value, "Must be above 0 and at most 1.");
    } = DefaultFraction;

    /// <summary>The most names held; null for no limit. With <see cref="Fraction"/> = 1 it alone decides.</summary>
    /// <value>1 or more, or null. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Names
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Names), value, "Must be 1 or more, or null.");
    }

    /// <summary>The highest weight of one name.</summary>
    /// <value>Above 0, at most 1. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MaxWeight
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaxWeight), value, "Must be above 0 and at most 1 of net asset value.");
    } = 1;

    /// <summary>The invested share; the rest is cash.</summary>
    /// <value>Above 0, at most 1. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Invested
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Invested), value, "Must be above 0 and at most 1 of net asset value.");
    } = 1;

    /// <inheritdoc/>
    public TargetWeights Decide(DecisionContext context)
    {
        Today today = Today.Of(_scores, context, _suspended);
        if (today.ReasonToKeep is { } reason) return TargetWeights.Keep(reason);

        Dictionary<Symbol, double> weights = [];
        double frozen = 0;
        foreach (NameToday name in today.Names)
        {
            if (name.Unsellable <= 0) continue;
            weights[name.Symbol] = name.Unsellable;
            frozen += name.Unsellable;
        }

        NameToday[] ranked = [.. today.Names.Where(n => n.IsScored && !n.IsSuspended).OrderByDescending(n => n.Score).ThenBy(n => n.Symbol)];
        if (ranked.Length == 0) return TargetWeights.Keep($"every scored share is suspended on {context.Today:yyyy-MM-dd}");
        int count = Math.Min(Names ?? int.MaxValue, Math.Max(1, (int)Math.Floor((Fraction * ranked.Length) + 1e-9)));
        if (count < ranked.Length && ranked[0].Score == ranked[^1].Score)
            return TargetWeights.Keep($"all {ranked.Length} scores are equal on {context.Today:yyyy-MM-dd}: there is no best {count}");

        NameToday[] chosen = ranked[..Math.Min(count, ranked.Length)];
        double each = Math.Min(MaxWeight, Level(chosen, Invested - frozen + chosen.Sum(n => n.Unsellable)));
        foreach (NameToday name in chosen) weights[name.Symbol] = Math.Max(each, name.Unsellable);
        return TargetWeights.From(weights);
    }

    /// <summary>The level L with Σ max(L, unsellable) = budget: a part that cannot be sold leaves less for the others.</summary>
    private static double Level(NameToday[] chosen, double budget)
    {
        int count = chosen.Length;
        foreach (NameToday name in chosen.OrderByDescending(n => n.Unsellable))
        {
            if (name.Unsellable <= budget / count) break;
            budget -= name.Unsellable;
            if (--count == 0) return 0;
        }

        return Math.Max(0, budget / count);
    }
}
