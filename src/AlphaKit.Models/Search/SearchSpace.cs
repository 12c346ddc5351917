namespace AlphaKit.Models;

/// <summary>
/// What a search may choose from, as data:
/// <code>
/// new SearchSpace(
///     SearchDimension.LogUniform("rate", 1e-4, 1e-1),
///     SearchDimension.Integer("hidden", 8, 64),
///     SearchDimension.Choice("cell", "gru", "lstm"))
/// </code>
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class SearchSpace
{
    /// <summary>Makes a space.</summary>
    /// <param name="dimensions">One or more, names unique.</param>
    /// <exception cref="ArgumentException">There is none, or a name comes twice.</exception>
    public SearchSpace(params IReadOnlyList<SearchDimension> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        if (dimensions.Count == 0) throw new ArgumentException("At least one dimension is needed.", nameof(dimensions));
        string? twice = dimensions.GroupBy(d => d.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
        if (twice is not null) throw new ArgumentException($"Two dimensions are named '{twice}'.", nameof(dimensions));
        Dimensions = [.. dimensions];
    }

    /// <summary>The dimensions, in order.</summary>
    public IReadOnlyList<SearchDimension> Dimensions { get; }

    /// <summary>The space in words.</summary>
    public override string ToString() => string.Join("; ", Dimensions);

    /// <summary>A point drawn as all are likely at first.</summary>
    /// <param name="random">Random numbers.</param>
    public SearchPoint Draw(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return new SearchPoint(this, [.. Dimensions.Select(d => d.Draw(random))]);
    }
}
