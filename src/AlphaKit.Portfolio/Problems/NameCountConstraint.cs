namespace AlphaKit.Portfolio;

/// <summary>
/// At most so many names with a weight other than zero. Met by a heuristic: the answer obeys it and is the proven best for the names chosen, but
/// another choice of names may be better (<see cref="PortfolioSolution.HeuristicLoss"/> tells by how much at most).
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class NameCountConstraint : PortfolioConstraint
{
    internal NameCountConstraint(string name, int most)
        : base(name)
    {
        if (most < 1) throw new InvalidProblemException(FormattableString.Invariant($"it allows {most} names; one or more are needed"), constraint: name);
        Most = most;
    }

    /// <summary>The most names held.</summary>
    public int Most { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name}: at most {Most} names (heuristic)");
}
