namespace AlphaKit.Portfolio;

/// <summary>Lower_i ≤ w_i ≤ Upper_i, or the same on active weights, for each name; infinite where open.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class BoundsConstraint : PortfolioConstraint
{
    private readonly string _words;

    internal BoundsConstraint(string name, double[] lower, double[] upper, Measured measured, string words)
        : base(name)
    {
        LowerValues = lower;
        UpperValues = upper;
        Measured = measured;
        _words = words;
    }

    /// <summary>Lower bounds in the order of <see cref="PortfolioProblem.Symbols"/>; −∞ where open.</summary>
    public ReadOnlyMemory<double> Lower => LowerValues;

    /// <summary>Upper bounds in the order of <see cref="PortfolioProblem.Symbols"/>; +∞ where open.</summary>
    public ReadOnlyMemory<double> Upper => UpperValues;

    /// <summary>Whether w or w − benchmark is meant.</summary>
    public Measured Measured { get; }

    internal double[] LowerValues { get; }

    internal double[] UpperValues { get; }

    /// <inheritdoc/>
    public override string ToString() => _words;
}
