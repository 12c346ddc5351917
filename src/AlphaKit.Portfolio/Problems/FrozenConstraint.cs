namespace AlphaKit.Portfolio;

/// <summary>Names that cannot be traded: w_i is the drifted weight.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class FrozenConstraint : PortfolioConstraint
{
    internal FrozenConstraint(string name, int[] indices)
        : base(name) => Indices = indices;

    internal int[] Indices { get; }

    /// <summary>How many names are frozen.</summary>
    public int Count => Indices.Length;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Count} names stay at their drifted weight");
}
