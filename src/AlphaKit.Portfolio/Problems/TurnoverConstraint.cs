namespace AlphaKit.Portfolio;

/// <summary>Σ |w_i − drifted_i| ≤ Cap: two-sided turnover (双边换手), 10 % sold and 10 % bought count 20 %.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class TurnoverConstraint : PortfolioConstraint
{
    internal TurnoverConstraint(string name, double cap)
        : base(name)
    {
        if (!(cap >= 0) || !double.IsFinite(cap)) throw new InvalidProblemException(FormattableString.Invariant($"its cap is {cap}; a number not below zero is needed"), constraint: name);
        Cap = cap;
    }

    /// <summary>The cap, as a fraction of net asset value.</summary>
    public double Cap { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name}: at most {Cap:P4} of two-sided turnover");
}
