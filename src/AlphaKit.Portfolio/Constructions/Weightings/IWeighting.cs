namespace AlphaKit.Portfolio;

/// <summary>
/// How the names of a pool share what is invested: the part of a construction that says how much, after another part has said which. Any
/// construction that chooses names (<see cref="TopQuantile"/>, <see cref="UniversePortfolio"/>) takes one.
/// </summary>
/// <threadsafety>Implementations are immutable and safe for concurrent use.</threadsafety>
public interface IWeighting
{
    /// <summary>Name, for reports.</summary>
    string Name { get; }

    /// <summary>The fields that <see cref="DecisionContext.Past"/> must hold.</summary>
    IReadOnlyList<Field> RequiredFields => [];

    /// <summary>Which names can be weighted at this decision; the others are not chosen.</summary>
    /// <param name="context">The decision.</param>
    /// <param name="symbols">The names, ascending.</param>
    /// <returns>One flag per name; null, the default, is all of them.</returns>
    /// <exception cref="InsufficientDataException">Nothing can be weighted at this decision.</exception>
    bool[]? Covers(DecisionContext context, IReadOnlyList<Symbol> symbols) => null;

    /// <summary>The weights.</summary>
    /// <param name="context">The decision.</param>
    /// <param name="symbols">The names of the pool, ascending; at least one, all of them covered.</param>
    /// <param name="scores">Their scores, in the same order, finite; all 0 where the construction has none.</param>
    /// <returns>One weight per name, finite, not negative, one at least above 0; only their proportions count.</returns>
    /// <exception cref="InsufficientDataException">There is too little data to weight by.</exception>
    double[] Weights(DecisionContext context, IReadOnlyList<Symbol> symbols, ReadOnlySpan<float> scores);
}
