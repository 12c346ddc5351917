namespace AlphaKit;

/// <summary>
/// One daily quantity: its name, its unit, and when it is known. The catalogue stands as static properties (<see cref="Close"/>,
/// <see cref="Amount"/>, …); a user's own column is made by <see cref="Custom"/>.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed partial class Field : IEquatable<Field>
{
    private Field(string name, Unit unit, Clock knownAt, string description, string chinese = "")
    {
        Name = name;
        Unit = unit;
        KnownAt = knownAt;
        Description = description;
        Chinese = chinese;
    }

    /// <summary>The name, in lower_snake_case; unique in the catalogue.</summary>
    public string Name { get; }

    /// <summary>The unit.</summary>
    public Unit Unit { get; }

    /// <summary>When row T is known.</summary>
    public Clock KnownAt { get; }

    /// <summary>What it is, in one line.</summary>
    public string Description { get; }

    /// <summary>The Chinese term, where practice has one.</summary>
    public string Chinese { get; }

    /// <summary>Makes a field that the catalogue does not hold.</summary>
    /// <param name="name">Its name: letters, digits, underscores; not a catalogue name.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="knownAt">When row T is known.</param>
    /// <param name="description">What it is, in one line.</param>
    /// <exception cref="ArgumentException">The name is empty, has other characters or is taken by the catalogue.</exception>
    public static Field Custom(string name, Unit unit, Clock knownAt, string description = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
                throw new ArgumentException($"Field name '{name}' may hold letters, digits and underscores only.", nameof(name));
        }

        if (Find(name) is not null) throw new ArgumentException($"Field name '{name}' is taken by the catalogue.", nameof(name));
        return new Field(name, unit, knownAt, description);
    }

    /// <summary>The weight of each share in an index as of each day (NaN: not a member), unit ratio, known in the evening.</summary>
    /// <param name="index">The index, for example 000905.SH.</param>
    public static Field IndexWeight(Symbol index)
    {
        if (index.IsNone) throw new ArgumentException("An index symbol is needed.", nameof(index));
        return new Field($"index_weight:{index}", Unit.Ratio, Clock.Evening, $"Weight in {index} as of the day; missing when not a member.", "指数权重");
    }

    /// <summary>Fields are equal when name, unit and clock are.</summary>
    /// <param name="other">The other field.</param>
    public bool Equals(Field? other) => other is not null && Name == other.Name && Unit == other.Unit && KnownAt == other.KnownAt;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Field);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
