using System.Globalization;

namespace AlphaKit.Portfolio;

/// <summary>
/// Index enhancement (指数增强): the portfolio with the most expected return that stays close to an index. At each decision
/// <see cref="PortfolioProblem"/> is solved with its certificate:
/// <list type="bullet">
/// <item>maximise Σ score·w (standardised scores × <see cref="ReturnPerScore"/>), less λ/2 times the active variance where <see cref="Risk"/> is set;</item>
/// <item>Σ w = <see cref="Invested"/>; w ≥ 0; |w − index weight| ≤ <see cref="ActiveWeight"/>;</item>
/// <item>Σ w over index members ≥ <see cref="ConstituentShare"/> × <see cref="Invested"/>;</item>
/// <item>|Σ w − Σ index weights| ≤ <see cref="IndustryActive"/> in every industry;</item>
/// <item>|Σ z·(w − index weight)| ≤ <see cref="SizeExposure"/>, z the standardised logarithm of market value;</item>
/// <item>Σ |w − drifted| ≤ <see cref="TurnoverCap"/>, two-sided, against the drifted weights.</item>
/// </list>
/// </summary>
/// <remarks>
/// <para>Names: the index members, the holdings, and the <see cref="Others"/> best-scored other shares of <see cref="Universe"/>. What does not trade on
/// the day of the decision keeps its drifted weight, what cannot be sold is a lower bound, and neither counts as a breach of the active weight. A member
/// without score has an average one; a holding without score that is no member has the lowest and may only shrink.</para>
/// <para>Index weights are the newest published ones, scaled to one; they are not moved by prices between two publications.
/// While nothing is held the turnover cap does not apply.</para>
    /// <para>When the index changes many members at once, the cap can be too tight for the bands. Under <see cref="InfeasiblePolicy.Keep"/> the portfolio then
    /// drifts farther away and may never come back by itself; <see cref="InfeasiblePolicy.Relax"/> with the turnover first exceeds the cap on those days
    /// by as little as the bands need.</para>
/// <para>The planned turnover is what is capped. What is realised differs by lots, limits, suspensions and the move of prices until the deal.</para>
/// </remarks>
/// <threadsafety>Immutable; safe for concurrent use as far as <see cref="Decided"/> is.</threadsafety>
public sealed record IndexEnhancement : ITargetSource
{
    /// <summary>Default of <see cref="ConstituentShare"/>.</summary>
    public const double DefaultConstituentShare = 0.8;

    /// <summary>Default of <see cref="ActiveWeight"/>.</summary>
    public const double DefaultActiveWeight = 0.008;

    /// <summary>Default of <see cref="IndustryActive"/>.</summary>
    public const double DefaultIndustryActive = 0.02;

    /// <summary>Default of <see cref="SizeExposure"/>.</summary>
    public const double DefaultSizeExposure = 0.2;

    /// <summary>Default of <see cref="TurnoverCap"/>.</summary>
    public const double DefaultTurnoverCap = 0.3;

    /// <summary>Default of <see cref="Others"/>.</summary>
    public const int DefaultOthers = 300;

    /// <summary>Default of <see cref="ReturnPerScore"/>: one standard deviation of score is expected to earn 1 % until the next decision.</summary>
    public const double DefaultReturnPerScore = 0.01;

    /// <summary>Weights below this are taken for zero.</summary>
    private const double Dust = 1e-8;

    private readonly Scores _scores;
    private readonly Field _weights;

    /// <summary>Makes the strategy.</summary>
    /// <param name="scores">The scores.</param>
    /// <param name="index">The index, for example 000905.SH; the market must offer <see cref="Field.IndexWeight"/> of it.</param>
    public IndexEnhancement(Scores scores, Symbol index)
    {
        ArgumentNullException.ThrowIfNull(scores);
        _scores = scores;
        _weights = Field.IndexWeight(index);
        Index = index;
        Name = $"{index} enhanced by {scores.Name}";
    }

    /// <inheritdoc/>
    public string Name { get; init; }

    /// <summary>The index.</summary>
    public Symbol Index { get; }

    /// <inheritdoc/>
    public Universe Universe { get; init; } = Universe.AShares;

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => [_weights, Field.Close, Field.IsSuspended, Field.Industry, Field.MarketCap];

    /// <summary>Least part of the invested weight in index members.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultConstituentShare"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double ConstituentShare
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(ConstituentShare), value, "Must be 0 to 1.");
    } = DefaultConstituentShare;

    /// <summary>Most |w − index weight| of one name.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultActiveWeight"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double ActiveWeight
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(ActiveWeight), value, "Must be above 0 and at most 1.");
    } = DefaultActiveWeight;

    /// <summary>Most |weight of an industry − its weight in the index|.</summary>
    /// <value>Above 0, at most 1. The default is <see cref="DefaultIndustryActive"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double IndustryActive
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(IndustryActive), value, "Must be above 0 and at most 1.");
    } = DefaultIndustryActive;

    /// <summary>Most active exposure to size, in cross-sectional standard deviations of ln(market value) over all shares with one.</summary>
    /// <value>Above 0, at most 10. The default is <see cref="DefaultSizeExposure"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double SizeExposure
    {
        get;
        init => field = value is > 0 and <= 10 ? value : throw new ArgumentOutOfRangeException(nameof(SizeExposure), value, "Must be above 0 and at most 10.");
    } = DefaultSizeExposure;

    /// <summary>Most planned two-sided turnover Σ|w − drifted| per decision; null for no cap.</summary>
    /// <value>Above 0, at most 2, or null. The default is <see cref="DefaultTurnoverCap"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double? TurnoverCap
    {
        get;
        init => field = value is null or (> 0 and <= 2) ? value : throw new ArgumentOutOfRangeException(nameof(TurnoverCap), value, "Must be above 0 and at most 2 of net asset value, or null.");
    } = DefaultTurnoverCap;

    /// <summary>The invested share; the rest is cash, which pays the fees.</summary>
    /// <value>Above 0, at most 1. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Invested
    {
        get;
        init => field = NetAssetShare.Checked(value, nameof(Invested));
    } = 1;

    /// <summary>How many shares outside the index, best scores first, may be bought.</summary>
    /// <value>Not negative. The default is <see cref="DefaultOthers"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Others
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Others), value, "Must not be negative.");
    } = DefaultOthers;

    /// <summary>The return expected until the next decision per standard deviation of score; matters only against <see cref="Risk"/>.</summary>
    /// <value>Above 0. The default is <see cref="DefaultReturnPerScore"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double ReturnPerScore
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(ReturnPerScore), value, "Must be finite and above 0.");
    } = DefaultReturnPerScore;

    /// <summary>The risk of each day; null to maximise expected return alone. Shares outside the index that it does not cover are not bought.</summary>
    public RiskHistory? Risk { get; init; }

    /// <summary>λ: λ/2 times the active variance per trading day is taken off the expected return. Needs <see cref="Risk"/>.</summary>
    /// <value>Not negative. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double RiskAversion
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(RiskAversion), value, "Must be finite and not negative.");
    }

    /// <summary>What happens when no portfolio meets all limits.</summary>
    /// <value>The default is <see cref="InfeasiblePolicy.Keep"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public InfeasiblePolicy OnInfeasible
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(OnInfeasible), value, "Must be a named policy.");
    } = InfeasiblePolicy.Keep;

    /// <summary>
    /// The limits that <see cref="InfeasiblePolicy.Relax"/> loosens: of each set of limits that contradict each other the first one named here gives way.
    /// </summary>
    /// <value>Each at most once. The default is turnover, industry, size.</value>
    /// <exception cref="ArgumentException">A limit comes twice or is no named one.</exception>
    public IReadOnlyList<EnhancementConstraint> RelaxationOrder
    {
        get;
        init => field = value is not null && value.Distinct().Count() == value.Count && value.All(Enum.IsDefined)
            ? [.. value]
            : throw new ArgumentException("Each named limit may come once.", nameof(RelaxationOrder));
    } = [EnhancementConstraint.Turnover, EnhancementConstraint.Industry, EnhancementConstraint.Size];

    /// <summary>Told of every decision, on the thread that decides: the log of kept and loosened rebalances.</summary>
    public Action<EnhancementDecision>? Decided { get; init; }

    /// <inheritdoc/>
    public TargetWeights Decide(DecisionContext context)
    {
        EnhancementDecision decision = Solve(context);
        Decided?.Invoke(decision);
        return decision.Target;
    }

    /// <summary>The decision with its solution and log.</summary>
    /// <param name="context">What may be looked at.</param>
    /// <param name="cancellationToken">Stops the solving.</param>
    /// <exception cref="InfeasibleProblemException">No portfolio meets all limits, and <see cref="OnInfeasible"/> is <see cref="InfeasiblePolicy.Throw"/>.</exception>
    /// <exception cref="FieldNotAvailableException">The past lacks one of <see cref="RequiredFields"/>.</exception>
    public EnhancementDecision Solve(DecisionContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        EnhancementDay day = EnhancementDay.Of(context, _scores, this, _weights);
        if (day.ReasonToKeep is { } reason) return Keep(context, reason);
        bool isFirst = !day.Names.Any(n => n.Drifted > 0);
        EnhancementLimits limits = new(isFirst ? null : TurnoverCap, IndustryActive, SizeExposure, ConstituentShare, ActiveWeight);
        EnhancementAttempt attempt = new(this, day.Names, Risk?.AsKnownAt(context.Today, context.Clock));
        try
        {
            return Chosen(context, attempt.Solve(limits, cancellationToken), [], null);
        }
        catch (AlphaKitException failure) when (OnInfeasible != InfeasiblePolicy.Throw && failure is InfeasibleProblemException or SolverFailureException or SymbolsNotCoveredException)
        {
            if (OnInfeasible == InfeasiblePolicy.Relax && failure is InfeasibleProblemException conflict)
            {
                (PortfolioSolution? solution, List<EnhancementRelaxation> relaxations) = attempt.Relax(limits, conflict, RelaxationOrder, cancellationToken);
                if (solution is not null) return Chosen(context, solution, relaxations, failure.Message);
            }

            return Keep(context, failure.Message);
        }
    }

    private static EnhancementDecision Keep(DecisionContext context, string reason) => new(context.Today, TargetWeights.Keep(reason), null, [], reason);

    private static EnhancementDecision Chosen(DecisionContext context, PortfolioSolution solution, IReadOnlyList<EnhancementRelaxation> relaxations, string? cause)
    {
        // The solver's weights are right within its tolerance of 1e-8; a sum above one by that little is no leverage.
        ReadOnlySpan<double> weights = solution.Weights.Span;
        double sum = 0;
        foreach (double w in weights) sum += w > Dust ? w : 0;
        double scale = sum > 1 ? 1 / sum : 1;
        List<KeyValuePair<Symbol, double>> items = [];
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i] > Dust) items.Add(new(solution.Problem.Symbols[i], weights[i] * scale));
        }

        return new EnhancementDecision(context.Today, TargetWeights.From(items), solution, relaxations, cause);
    }

    /// <summary>The name and the limits.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: members at least {ConstituentShare:P0}, each weight within {ActiveWeight:P2}, industries {IndustryActive:P1}, size {SizeExposure:G3}, turnover {TurnoverCap?.ToString("P0", CultureInfo.InvariantCulture) ?? "uncapped"}");
}
