namespace AlphaKit;

/// <summary>Which rows of a dataset to read.</summary>
public sealed record DatasetQuery
{
    /// <summary>Everything.</summary>
    public static DatasetQuery All { get; } = new();

    /// <summary>First date, inclusive.</summary>
    /// <value>The default is the beginning.</value>
    public DateOnly From { get; init; } = DateOnly.MinValue;

    /// <summary>Last date, inclusive.</summary>
    /// <value>The default is the end.</value>
    public DateOnly To { get; init; } = DateOnly.MaxValue;

    /// <summary>The symbols (for index data: the indices).</summary>
    /// <value>The default, null, is all.</value>
    public IReadOnlyList<Symbol>? Symbols { get; init; }
}
