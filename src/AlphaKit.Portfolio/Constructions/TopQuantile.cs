namespace AlphaKit.Portfolio;

/// <summary>
/// Holds the best scores, at equal weight unless <see cref="Weighting"/> says otherwise: of the n shares that have a score, belong to the universe,
/// trade today and pass the <see cref="Filter"/>, the best k = min(<see cref="Names"/>, max(1, ⌊<see cref="Fraction"/> · n⌋)). Each gets
/// min(<see cref="MaxWeight"/>, (<see cref="Invested"/> − frozen) / k), where frozen is the weight of holdings that cannot be sold; those keep it.
/// All other holdings are sold.
/// </summary>
/// <remarks>
/// When k · cap is below the invested share, the rest stays in cash. Equal scores are taken in the order of symbols. Keeps the holdings, with the
/// reason, when no member of the universe has a score, when all scores are equal and fewer than all would be chosen, or when the weighting lacks
/// data.
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record TopQuantile : ITargetSource
{
    /// <summary>Default of <see cref="Fraction"/>.</summary>
    public const double DefaultFraction = 0.1;

    private readonly TodayView _view;

    /// <summary>Makes the construction.</summary>
    /// <param name="scores">The scores; any scale, only their order counts unless the weighting looks at them.</param>
    /// <param name="coverage">
    /// What the market covers: where suspensions (<see cref="Field.IsSuspended"/>) are not covered they are not looked at. Null, the default, is
    /// a market that tells them.
    /// </param>
    public TopQuantile(Scores scores, MarketCoverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        _view = new TodayView(scores, coverage);
        Name = $"top quantile of {scores.Name}";
    }

    /// <inheritdoc/>
    public string Name { get; init; }

    /// <inheritdoc/>
    public Universe Universe { get; init; } = Universe.AShares;

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => Pool.Fields(_view, Filter, Weighting);

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
        init => field = NetAssetShare.Checked(value, nameof(MaxWeight));
    } = 1;

    /// <summary>The invested share; the rest is cash.</summary>
    /// <value>Above 0, at most 1. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Invested
    {
        get;
        init => field = NetAssetShare.Checked(value, nameof(Invested));
    } = 1;

    /// <summary>Which names may be bought at the trade; null for all.</summary>
    /// <value>The default is null.</value>
    public SelectionFilter? Filter { get; init; }

    /// <summary>How the chosen names share what is invested; null for equally.</summary>
    /// <value>The default is null.</value>
    public IWeighting? Weighting { get; init; }

    /// <inheritdoc/>
    public TargetWeights Decide(DecisionContext context)
    {
        Today today = _view.At(context);
        if (today.ReasonToKeep is { } reason) return TargetWeights.Keep(reason);
        try
        {
            NameToday[] ranked = [.. Pool.Candidates(today, context, Filter, Weighting).OrderByDescending(n => n.Score).ThenBy(n => n.Symbol)];
            if (ranked.Length == 0) return TargetWeights.Keep($"no scored share can be chosen on {context.Today:yyyy-MM-dd}: all are suspended, filtered or not covered by the weighting");
            int count = Math.Min(Names ?? int.MaxValue, Math.Max(1, (int)Math.Floor((Fraction * ranked.Length) + 1e-9)));
            if (count < ranked.Length && ranked[0].Score == ranked[^1].Score)
                return TargetWeights.Keep($"all {ranked.Length} scores are equal on {context.Today:yyyy-MM-dd}: there is no best {count}");
            return Pool.Target(today, ranked[..Math.Min(count, ranked.Length)], context, Weighting, MaxWeight, Invested);
        }
        catch (InsufficientDataException lack)
        {
            return TargetWeights.Keep(lack.Message);
        }
    }
}
