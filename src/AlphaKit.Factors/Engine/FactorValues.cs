namespace AlphaKit.Factors;

/// <summary>The values of one factor: one number per day and symbol, NaN for missing; a value of row T is known at <see cref="KnownAt"/> of T.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class FactorValues
{
    /// <summary>Makes factor values.</summary>
    /// <param name="name">Name, for tables and reports.</param>
    /// <param name="axes">Days and symbols.</param>
    /// <param name="values">The values, in the shape of <paramref name="axes"/>; infinite values are not allowed.</param>
    /// <param name="knownAt">When row T is known.</param>
    /// <exception cref="ArgumentException">The shape differs or a value is infinite.</exception>
    public FactorValues(string name, PanelAxes axes, FieldMatrix values, Clock knownAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(axes);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Rows != axes.Days || values.Columns != axes.Count)
            throw new ArgumentException($"Factor '{name}' is {values.Rows} × {values.Columns}, the axes {axes.Days} × {axes.Count}.", nameof(values));
        for (int t = 0; t < values.Rows; t++)
        {
            ReadOnlySpan<float> row = values.Row(t);
            for (int i = 0; i < row.Length; i++)
            {
                if (float.IsInfinity(row[i]))
                    throw new ArgumentException($"Factor '{name}' of {axes.Symbols[i]} on {axes.Calendar[t]:yyyy-MM-dd} is infinite.", nameof(values));
            }
        }

        Name = name;
        Axes = axes;
        Values = values;
        KnownAt = knownAt;
    }

    private FactorValues(string name, PanelAxes axes, FieldMatrix values, Clock knownAt, Origin origin)
    {
        _ = origin;
        Name = name;
        Axes = axes;
        Values = values;
        KnownAt = knownAt;
    }

    private enum Origin
    {
        Engine,
    }

    /// <summary>Name, for tables and reports.</summary>
    public string Name { get; }

    /// <summary>Days and symbols.</summary>
    public PanelAxes Axes { get; }

    /// <summary>The values.</summary>
    public FieldMatrix Values { get; }

    /// <summary>When row T is known.</summary>
    public Clock KnownAt { get; }

    /// <summary>Values that the engine made: shaped as the axes, finite or missing.</summary>
    internal static FactorValues Computed(string name, PanelAxes axes, FieldMatrix values, Clock knownAt) => new(name, axes, values, knownAt, Origin.Engine);

    /// <summary>The factor itself as scores: the simplest model there is.</summary>
    public Scores ToScores() => new(Name, Axes, Values, KnownAt);

    /// <summary>The name and the shape.</summary>
    public override string ToString() => $"{Name}: {Axes}, known at {KnownAt}";
}
