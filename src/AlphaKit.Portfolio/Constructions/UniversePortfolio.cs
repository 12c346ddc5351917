namespace AlphaKit.Portfolio;

/// <summary>
/// Holds every member of the universe that trades today, at equal weight unless <see cref="Weighting"/> says otherwise: the construction without
/// scores. Holdings outside the universe are sold; those that cannot be sold keep their weight and leave less for the rest.
/// </summary>
/// <remarks>With the default cap and invested share fewer than 40 names cannot carry the invested share: the rest stays in cash.</remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record UniversePortfolio : ITargetSource
{
    /// <summary>Default of <see cref="MaxWeight"/>.</summary>
    public const double DefaultMaxWeight = 0.02;

    /// <summary>Default of <see cref="Invested"/>.</summary>
    public const double DefaultInvested = 0.8;

    private readonly TodayView _view;

    /// <summary>Makes the construction.</summary>
    /// <param name="universe">The universe.</param>
    /// <param name="coverage">
    /// What the market covers: where suspensions (<see cref="Field.IsSuspended"/>) are not covered they are not looked at. Null, the default, is
    /// a market that tells them.
    /// </param>
    public UniversePortfolio(Universe universe, MarketCoverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(universe);
        Universe = universe;
        _view = new TodayView(null, coverage);
        Name = $"universe '{universe}'";
    }

    /// <inheritdoc/>
    public string Name { get; init; }

    /// <inheritdoc/>
    public Universe Universe { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => Pool.Fields(_view, Filter, Weighting);

    /// <summary>The highest weight of one name.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultMaxWeight"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MaxWeight
    {
        get;
        init => field = NetAssetShare.Checked(value, nameof(MaxWeight));
    } = DefaultMaxWeight;

    /// <summary>The invested share; the rest is cash.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultInvested"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Invested
    {
        get;
        init => field = NetAssetShare.Checked(value, nameof(Invested));
    } = DefaultInvested;

    /// <summary>Which names may be bought at the trade; null for all.</summary>
    /// <value>The default is null.</value>
    public SelectionFilter? Filter { get; init; }

    /// <summary>How the names share what is invested; null for equally.</summary>
    /// <value>The default is null.</value>
    public IWeighting? Weighting { get; init; }

    /// <inheritdoc/>
    public TargetWeights Decide(DecisionContext context)
    {
        Today today = _view.At(context);
        if (today.ReasonToKeep is { } reason) return TargetWeights.Keep(reason);
        try
        {
            NameToday[] chosen = Pool.Candidates(today, context, Filter, Weighting);
            return chosen.Length == 0
                ? TargetWeights.Keep($"no member of the universe can be chosen on {context.Today:yyyy-MM-dd}: all are suspended, filtered or not covered by the weighting")
                : Pool.Target(today, chosen, context, Weighting, MaxWeight, Invested);
        }
        catch (InsufficientDataException lack)
        {
            return TargetWeights.Keep(lack.Message);
        }
    }
}
