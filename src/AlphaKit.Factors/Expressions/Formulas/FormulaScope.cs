namespace AlphaKit.Factors;

/// <summary>What a formula may name beside the built-in fields and functions.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record FormulaScope
{
    /// <summary>Nothing but the built-in names.</summary>
    public static FormulaScope Default { get; } = new();

    /// <summary>Fields of the user's own, by their exact name; they win over built-in names.</summary>
    /// <exception cref="ArgumentException">Two have the same name.</exception>
    public IReadOnlyList<Field> Fields
    {
        get;
        init => field = Unique(value, f => f.Name, nameof(Fields));
    } = [];

    /// <summary>Operators of the user's own, by their name.</summary>
    /// <exception cref="ArgumentException">Two have the same name.</exception>
    public IReadOnlyList<CustomOperator> Operators
    {
        get;
        init => field = Unique(value, o => o.Name, nameof(Operators));
    } = [];

    private static T[] Unique<T>(IReadOnlyList<T> values, Func<T, string> name, string parameter)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (T value in values)
        {
            if (value is null) throw new ArgumentException("Must not hold null.", parameter);
            if (!names.Add(name(value))) throw new ArgumentException($"'{name(value)}' comes twice.", parameter);
        }

        return [.. values];
    }
}
