namespace AlphaKit.Portfolio;

/// <summary>
/// Long-only portfolio with the most score under a cap per name, an invested share and a two-sided turnover cap against the drifted holdings:
/// the exact solution of <see cref="CappedProblem"/> at each decision. When no portfolio meets all constraints the holdings are kept, with
/// the reason.
/// </summary>
/// <remarks>
/// <para>Score scale: scores are standardised per cross-section before they enter the problem (mean 0, standard deviation 1 with divisor N, over
/// the scored members of the universe; all 0 when they are equal), so that <see cref="RiskAversion"/> means the same for every model.</para>
/// <para>Bounds of a name: suspended today: exactly its drifted weight. Held but without score: see <see cref="Unscored"/>. Outside the best
/// <see cref="Names"/> scores: not above its drifted weight. Otherwise 0 to <see cref="MaxWeight"/>. What cannot be sold is a lower bound.</para>
/// <para>Invested share: <see cref="Invested"/>, or as near to it as the turnover cap lets the drifted invested share come.</para>
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record CappedLongOnly : ITargetSource
{
    /// <summary>Default of <see cref="MaxWeight"/>.</summary>
    public const double DefaultMaxWeight = 0.03;

    private readonly TodayView _view;

    /// <summary>Makes the construction.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="coverage">
    /// What the market covers: where suspensions (<see cref="Field.IsSuspended"/>) are not covered they are not looked at. Null, the default, is
    /// a market that tells them.
    /// </param>
    public CappedLongOnly(Scores scores, MarketCoverage? coverage = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        _view = new TodayView(scores, coverage);
        Name = $"capped long-only on {scores.Name}";
    }

    /// <inheritdoc/>
    public string Name { get; init; }

    /// <inheritdoc/>
    public Universe Universe { get; init; } = Universe.AShares;

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => _view.RequiredFields;

    /// <summary>Only this many best scores may be bought; other holdings may only shrink. Null for no limit.</summary>
    /// <value>1 or more, or null. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? Names
    {
        get;
        init => field = value is null or >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Names), value, "Must be 1 or more, or null.");
    }

    /// <summary>The highest weight of one name.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultMaxWeight"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MaxWeight
    {
        get;
        init => field = NetAssetShare.Checked(value, nameof(MaxWeight));
    } = DefaultMaxWeight;

    /// <summary>The invested share; the rest is cash.</summary>
    /// <value>Above 0, at most 1. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Invested
    {
        get;
        init => field = NetAssetShare.Checked(value, nameof(Invested));
    } = 1;

    /// <summary>Highest two-sided turnover Σ|w − drifted| per decision; null for none. See <see cref="FirstPurchase"/> for the start.</summary>
    /// <value>Above 0, at most 2, or null. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double? TurnoverCap
    {
        get;
        init => field = value is null or (> 0 and <= 2) ? value : throw new ArgumentOutOfRangeException(nameof(TurnoverCap), value, "Must be above 0 and at most 2 of net asset value, or null.");
    }

    /// <summary>λ of <see cref="CappedProblem"/>, for standardised scores.</summary>
    /// <value>Above 0. The default is <see cref="CappedProblem.DefaultRiskAversion"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double RiskAversion
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(RiskAversion), value, "Must be finite and above 0.");
    } = CappedProblem.DefaultRiskAversion;

    /// <summary>What the turnover cap means while nothing is held.</summary>
    /// <value>The default is <see cref="FirstPurchase.Uncapped"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public FirstPurchase FirstPurchase
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(FirstPurchase), value, "Must be a named policy.");
    } = FirstPurchase.Uncapped;

    /// <summary>What happens to holdings without score.</summary>
    /// <value>The default is <see cref="UnscoredHolding.Sell"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public UnscoredHolding Unscored
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Unscored), value, "Must be a named policy.");
    } = UnscoredHolding.Sell;

    /// <summary>What happens when a holding that cannot be sold is above the cap.</summary>
    /// <value>The default is <see cref="PassiveBreach.Tolerate"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public PassiveBreach PassiveBreach
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(PassiveBreach), value, "Must be a named policy.");
    } = PassiveBreach.Tolerate;

    /// <inheritdoc/>
    public TargetWeights Decide(DecisionContext context)
    {
        Today today = _view.At(context);
        if (today.ReasonToKeep is { } reason) return TargetWeights.Keep(reason);
        try
        {
            return Pose(today).Solve().ToTargetWeights();
        }
        catch (InfeasibleProblemException infeasible)
        {
            return TargetWeights.Keep(infeasible.Message);
        }
    }

    /// <summary>The problem that a decision poses, and its solution with certificate.</summary>
    /// <param name="context">The decision.</param>
    /// <returns>The solution whose weights <see cref="Decide"/> gives.</returns>
    /// <exception cref="InfeasibleProblemException">No portfolio meets all constraints.</exception>
    /// <exception cref="InsufficientDataException">No member of the universe has a score.</exception>
    public CappedSolution Solve(DecisionContext context)
    {
        Today today = _view.At(context);
        if (today.ReasonToKeep is { } reason) throw new InsufficientDataException($"scored names to decide ({reason})", 1, 0);
        return Pose(today).Solve();
    }

    private CappedProblem Pose(Today today)
    {
        NameToday[] names = today.Names;
        (double mean, double deviation, double lowest) = Scale(names);
        HashSet<Symbol>? buyable = Names is { } count
            ? [.. names.Where(n => n.IsScored && !n.IsSuspended).OrderByDescending(n => n.Score).ThenBy(n => n.Symbol).Take(count).Select(n => n.Symbol)]
            : null;

        List<Candidate> candidates = new(names.Length);
        List<string> breaches = [];
        double held = 0, breach = 0;
        foreach (NameToday name in names)
        {
            if (name.IsSuspended && !name.IsHeld) continue;
            bool isFixed = name.IsSuspended || (!name.IsScored && Unscored == UnscoredHolding.Hold);
            bool mayBuy = name.IsScored && (buyable is null || buyable.Contains(name.Symbol));
            double lower = isFixed ? name.Drifted : name.Unsellable;
            double wanted = isFixed ? name.Drifted : !name.IsScored ? 0 : mayBuy ? MaxWeight : Math.Min(MaxWeight, name.Drifted);
            if (name.Unsellable > MaxWeight)
            {
                breaches.Add($"{name.Symbol} holds {name.Unsellable:P2} that cannot be sold");
                breach = Math.Max(breach, name.Unsellable);
            }

            // A held name without score, which may be sold only in part, gets the lowest score: what is left of it is no opinion.
            double score = name.IsScored ? (deviation > 0 ? (name.Score - mean) / deviation : 0) : lowest;
            candidates.Add(new Candidate(name.Symbol, score, name.Drifted, lower, Math.Max(lower, wanted)));
            held += name.Drifted;
        }

        if (PassiveBreach == PassiveBreach.Refuse && breaches.Count > 0)
            throw new InfeasibleProblemException([$"the cap of {MaxWeight:P2} per name", .. breaches], breach, MaxWeight);
        if (candidates.Count == 0) throw new InfeasibleProblemException([$"the invested share {Invested:P2}", "no share that trades today has a score"], Invested, 0);

        double? cap = held == 0 && FirstPurchase == FirstPurchase.Uncapped ? null : TurnoverCap;
        double invested = cap is { } most ? Math.Clamp(Invested, Math.Max(0, held - most), Math.Min(1, held + most)) : Invested;
        return new CappedProblem { Candidates = candidates, Invested = invested, RiskAversion = RiskAversion, TurnoverCap = cap };
    }

    private static (double Mean, double Deviation, double Lowest) Scale(NameToday[] names)
    {
        double sum = 0, squares = 0, min = double.PositiveInfinity;
        int count = 0;
        foreach (NameToday name in names)
        {
            if (!name.IsScored) continue;
            sum += name.Score;
            min = Math.Min(min, name.Score);
            count++;
        }

        double mean = sum / count;
        foreach (NameToday name in names)
        {
            if (name.IsScored) squares += (name.Score - mean) * (name.Score - mean);
        }

        double deviation = Math.Sqrt(squares / count);
        bool isConstant = !(deviation > 1e-12 * Math.Max(1e-30, Math.Abs(mean)));
        return (mean, isConstant ? 0 : deviation, isConstant ? 0 : (min - mean) / deviation);
    }
}
