namespace AlphaKit.Portfolio;

/// <summary>One named constraint of a <see cref="PortfolioProblem"/>. Made by the methods of the problem; the name is unique in it.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public abstract class PortfolioConstraint
{
    private protected PortfolioConstraint(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name, by which solutions and errors speak of it.</summary>
    public string Name { get; }

    /// <summary>The constraint in words, with its numbers.</summary>
    public abstract override string ToString();
}
