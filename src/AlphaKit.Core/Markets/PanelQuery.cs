namespace AlphaKit;

/// <summary>What to read into a <see cref="Panel"/>.</summary>
public sealed record PanelQuery
{
    /// <summary>First date, inclusive; need not be a trading day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last date, inclusive; need not be a trading day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The fields to read, besides those that <see cref="Universe"/> needs.</summary>
    /// <value>At least one field.</value>
    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>The symbols to read.</summary>
    /// <value>The default, null, is every share of the source.</value>
    public IReadOnlyList<Symbol>? Symbols { get; init; }

    /// <summary>Who counts on each day.</summary>
    /// <value>The default is <see cref="Universe.Everything"/>.</value>
    public Universe Universe { get; init; } = Universe.Everything;
}
