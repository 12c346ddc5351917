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

    /// <summary>
    /// Formulas by name, to be used inside other formulas: <c>["spread"] = "(high - low) / close"</c>. They may use each other, not themselves.
    /// </summary>
    /// <exception cref="ArgumentException">A name has other characters than letters, digits and underscores, or means something else already.</exception>
    public IReadOnlyDictionary<string, string> Definitions
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach ((string name, string formula) in value)
            {
                if (string.IsNullOrEmpty(name) || !FormulaNames.IsFree(name) || AlphaKit.Factors.Operators.Find(name.ToLowerInvariant()) is not null)
                    throw new ArgumentException($"'{name}' cannot name a formula: letters, digits and underscores, and not a name of the language.", nameof(Definitions));
                if (formula is null) throw new ArgumentException($"The formula of '{name}' is null.", nameof(Definitions));
            }

            field = new Dictionary<string, string>(value, StringComparer.Ordinal);
        }
    } = new Dictionary<string, string>(StringComparer.Ordinal);

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
