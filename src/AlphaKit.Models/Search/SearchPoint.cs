namespace AlphaKit.Models;

/// <summary>One choice for every dimension of a <see cref="SearchSpace"/>.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class SearchPoint : IEquatable<SearchPoint>
{
    private readonly double[] _values;

    /// <summary>Makes a point.</summary>
    /// <param name="space">The space.</param>
    /// <param name="values">One number per dimension, in its order; for a choice the position of the text.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than dimensions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its bounds, or not whole where it must be.</exception>
    public SearchPoint(SearchSpace space, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != space.Dimensions.Count) throw new ArgumentException($"{space.Dimensions.Count} dimensions need as many values, {values.Count} were given.", nameof(values));
        for (int d = 0; d < values.Count; d++)
        {
            SearchDimension dimension = space.Dimensions[d];
            bool mustBeWhole = dimension.Kind is SearchKind.Integer or SearchKind.Choice;
            if (!(values[d] >= dimension.Low && values[d] <= dimension.High) || (mustBeWhole && values[d] != Math.Floor(values[d])))
                throw new ArgumentOutOfRangeException(nameof(values), values[d], $"Must lie in the dimension {dimension}.");
        }

        Space = space;
        _values = [.. values];
    }

    /// <summary>The space.</summary>
    public SearchSpace Space { get; }

    /// <summary>The values in the order of the dimensions; choices by position.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>A number.</summary>
    /// <param name="name">Name of the dimension.</param>
    /// <exception cref="ArgumentException">There is no dimension of that name that holds numbers.</exception>
    public double Number(string name) => Find(name, SearchKind.Uniform, SearchKind.LogUniform, SearchKind.Integer).Value;

    /// <summary>A whole number.</summary>
    /// <param name="name">Name of the dimension.</param>
    /// <exception cref="ArgumentException">There is no dimension of that name that holds whole numbers.</exception>
    public int Integer(string name) => (int)Find(name, SearchKind.Integer).Value;

    /// <summary>A text.</summary>
    /// <param name="name">Name of the dimension.</param>
    /// <exception cref="ArgumentException">There is no dimension of that name that holds texts.</exception>
    public string Choice(string name)
    {
        (SearchDimension dimension, double value) = Find(name, SearchKind.Choice);
        return dimension.Choices[(int)value];
    }

    /// <summary>True if both hold the same values for the same dimensions.</summary>
    /// <param name="other">The other point.</param>
    public bool Equals(SearchPoint? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SearchPoint);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(0, HashCode.Combine);

    /// <summary>Names and values.</summary>
    public override string ToString() => string.Join(", ", Space.Dimensions.Select((d, i) => $"{d.Name} = {d.Text(_values[i])}"));

    private (SearchDimension Dimension, double Value) Find(string name, params ReadOnlySpan<SearchKind> kinds)
    {
        for (int d = 0; d < _values.Length; d++)
        {
            SearchDimension dimension = Space.Dimensions[d];
            if (dimension.Name == name && kinds.Contains(dimension.Kind)) return (dimension, _values[d]);
        }

        throw new ArgumentException($"There is no dimension '{name}' of the kind {string.Join(" or ", kinds.ToArray())}; the space is {Space}.", nameof(name));
    }
}
