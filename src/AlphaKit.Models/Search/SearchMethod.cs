namespace AlphaKit.Models;

/// <summary>How a search chooses the next point. Derive a sealed record to add your own.</summary>
/// <remarks><see cref="Propose"/> must depend on its arguments and the record's own properties alone; a search that goes on from its log proposes again.</remarks>
public abstract record SearchMethod
{
    /// <summary>The next point.</summary>
    /// <param name="space">What to choose from.</param>
    /// <param name="done">The trials that may be learnt from, in order.</param>
    /// <param name="random">Random numbers for this proposal.</param>
    public abstract SearchPoint Propose(SearchSpace space, IReadOnlyList<SearchTrial> done, RandomStream random);
}
