namespace AlphaKit.Portfolio;

/// <summary>Lower ≤ Σ x_i·w_i ≤ Upper, or the same on active weights: a budget, a share, an industry or a style.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class LinearConstraint : PortfolioConstraint
{
    internal LinearConstraint(string name, Loadings loadings, double lower, double upper, Measured measured)
        : base(name)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper) || double.IsPositiveInfinity(lower) || double.IsNegativeInfinity(upper))
            throw new InvalidProblemException(FormattableString.Invariant($"its limits are {lower} to {upper}; numbers, or −∞ to +∞ for an open side, are needed"), constraint: name);
        if (lower > upper) throw new InvalidProblemException(FormattableString.Invariant($"its limits are crossed, {lower} above {upper}"), constraint: name);
        Column = loadings;
        Lower = lower;
        Upper = upper;
        Measured = measured;
    }

    /// <summary>Lower limit; −∞ when open.</summary>
    public double Lower { get; }

    /// <summary>Upper limit; +∞ when open.</summary>
    public double Upper { get; }

    /// <summary>Whether w or w − benchmark is meant.</summary>
    public Measured Measured { get; }

    /// <summary>x, one loading per name in the order of <see cref="PortfolioProblem.Symbols"/>.</summary>
    public ReadOnlyMemory<double> Loadings => Column.Values;

    internal Loadings Column { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Lower:G6} to {Upper:G6}{(Measured == Measured.Active ? " active" : "")}");
}
