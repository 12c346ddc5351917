namespace AlphaKit.Portfolio;

/// <summary>√(252 · (w − b)' Σ (w − b)) ≤ Max, Σ per trading day: the tracking error (跟踪误差) per year.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class TrackingErrorConstraint : PortfolioConstraint
{
    /// <summary>Trading days per year by which daily variances are annualised.</summary>
    public const double TradingDaysPerYear = 252;

    internal TrackingErrorConstraint(string name, double max)
        : base(name)
    {
        if (!(max > 0) || !double.IsFinite(max)) throw new InvalidProblemException(FormattableString.Invariant($"its limit is {max}; a number above zero is needed"), constraint: name);
        Max = max;
    }

    /// <summary>The limit per year, as a fraction: 0.05 is five percent.</summary>
    public double Max { get; }

    /// <summary>The limit as a variance per trading day.</summary>
    public double DailyVariance => Max * Max / TradingDaysPerYear;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name}: at most {Max:P3} per year");
}
