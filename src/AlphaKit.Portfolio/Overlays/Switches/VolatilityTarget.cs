namespace AlphaKit.Portfolio;

/// <summary>
/// Volatility targeting (目标波动率): all weights are multiplied by min(1, target / σ), with σ the volatility of the portfolio by a risk model, or of the market
/// by a volatility index. The factor in force changes only when the wanted one is more than <see cref="Band"/> away from it.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record VolatilityTarget : IOverlay
{
    /// <summary>Default of <see cref="Target"/>.</summary>
    public const double DefaultTarget = 0.15;

    /// <summary>Default of <see cref="Band"/>.</summary>
    public const double DefaultBand = 0.1;

    private readonly MarketSeries? _market;
    private readonly RiskHistory? _risk;

    /// <summary>By the volatility of the market: exposure × volatility of the market is held at the target.</summary>
    /// <param name="market">A volatility per year, see <see cref="RealisedVolatility"/>.</param>
    public VolatilityTarget(MarketSeries market)
    {
        ArgumentNullException.ThrowIfNull(market);
        _market = market;
    }

    /// <summary>By the volatility of the portfolio that the strategy wants.</summary>
    /// <param name="risk">The risk of every decision day; names without risk count as the average of the others.</param>
    public VolatilityTarget(RiskHistory risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        _risk = risk;
    }

    /// <inheritdoc/>
    public string Name => "volatility target";

    /// <summary>The volatility per year that is not to be exceeded.</summary>
    /// <value>Above 0. The default is <see cref="DefaultTarget"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Target
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Target), value, "Must be finite and above 0.");
    } = DefaultTarget;

    /// <summary>The relative change of the factor below which nothing is traded.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultBand"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Band
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Band), value, "Must be 0 to 1.");
    } = DefaultBand;

    /// <summary>min(1, target / volatility); 1 where there is no volatility.</summary>
    /// <param name="volatility">Volatility per year, not negative.</param>
    /// <param name="target">Target per year, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Factor(double volatility, double target)
    {
        if (!(volatility >= 0)) throw new ArgumentOutOfRangeException(nameof(volatility), volatility, "Must not be negative.");
        if (!(target > 0)) throw new ArgumentOutOfRangeException(nameof(target), target, "Must be above 0.");
        return volatility > target ? target / volatility : 1;
    }

    /// <inheritdoc/>
    public IOverlayRun Start() => new Run(this);

    private double VolatilityAt(DecisionContext context, TargetDraft draft, double inForce)
    {
        if (_market is not null) return _market.At(context);
        FactorRisk risk;
        try
        {
            risk = _risk!.AsKnownAt(context.Today, context.Clock);
        }
        catch (DateNotInCalendarException)
        {
            throw new InsufficientDataException($"days of risk known on {context.Today:yyyy-MM-dd} at {context.Clock}", 1, 0);
        }

        Symbol[] known = [.. draft.Symbols.Where(s => draft.WeightOf(s) > 0 && risk.RowOf(s) >= 0)];
        double all = draft.Symbols.Sum(draft.WeightOf), covered = known.Sum(draft.WeightOf);
        if (all == 0) return 0;
        if (covered == 0) throw new InsufficientDataException($"names with risk on {context.Today:yyyy-MM-dd}", 1, 0);
        double deviation = Math.Sqrt(risk.For(known).Variance([.. known.Select(draft.WeightOf)]) * RealisedVolatility.DefaultDaysPerYear) * all / covered;

        // What is held carries the factor in force already.
        return draft.IsKept && inForce > 0 ? deviation / inForce : deviation;
    }

    private sealed class Run(VolatilityTarget rule) : IOverlayRun
    {
        private double _inForce = 1;

        public void Apply(DecisionContext context, TargetDraft draft)
        {
            double volatility = rule.VolatilityAt(context, draft, _inForce), wanted = Factor(volatility, rule.Target);
            if (Math.Abs((wanted / _inForce) - 1) > rule.Band || (wanted == 1 && _inForce != 1))
            {
                draft.Log("factor", wanted, FormattableString.Invariant($"volatility {volatility:P1} against a target of {rule.Target:P1}; weights × {wanted:0.###}, before × {_inForce:0.###}"));
                _inForce = wanted;
            }

            draft.Scale(_inForce);
        }
    }
}
