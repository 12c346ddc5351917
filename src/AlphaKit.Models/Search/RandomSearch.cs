namespace AlphaKit.Models;

/// <summary>Every point drawn anew, whatever came before (Bergstra and Bengio 2012): the baseline, and hard to beat with few trials.</summary>
public sealed record RandomSearch : SearchMethod
{
    /// <inheritdoc/>
    public override SearchPoint Propose(SearchSpace space, IReadOnlyList<SearchTrial> done, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(space);
        return space.Draw(random);
    }

    /// <summary>The method in words.</summary>
    public override string ToString() => "random";
}
