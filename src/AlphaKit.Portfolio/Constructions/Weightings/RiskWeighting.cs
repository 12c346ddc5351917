namespace AlphaKit.Portfolio;

/// <summary>A weighting by the risk known at the decision. Names without risk are not chosen.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public abstract record RiskWeighting : IWeighting
{
    /// <summary>For derived weightings.</summary>
    /// <param name="risk">The risk of every decision day; the newest known at the decision is used.</param>
    protected RiskWeighting(RiskHistory risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        Risk = risk;
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>The risk of every decision day.</summary>
    public RiskHistory Risk { get; }

    /// <inheritdoc/>
    public bool[]? Covers(DecisionContext context, IReadOnlyList<Symbol> symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        return Covers(At(context), symbols);
    }

    /// <inheritdoc/>
    public double[] Weights(DecisionContext context, IReadOnlyList<Symbol> symbols, ReadOnlySpan<float> scores) => Weights(At(context).For(symbols));

    /// <summary>Which names can be weighted.</summary>
    /// <param name="risk">The risk of the decision.</param>
    /// <param name="symbols">The names.</param>
    protected virtual bool[] Covers(FactorRisk risk, IReadOnlyList<Symbol> symbols)
    {
        ArgumentNullException.ThrowIfNull(risk);
        ArgumentNullException.ThrowIfNull(symbols);
        return [.. symbols.Select(s => risk.RowOf(s) >= 0)];
    }

    /// <summary>The weights of all names of a risk.</summary>
    /// <param name="risk">The risk of the pool.</param>
    protected abstract double[] Weights(FactorRisk risk);

    private FactorRisk At(DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            return Risk.AsKnownAt(context.Today, context.Clock);
        }
        catch (DateNotInCalendarException)
        {
            throw new InsufficientDataException($"days of risk known on {context.Today:yyyy-MM-dd} at {context.Clock}", 1, 0);
        }
    }
}
