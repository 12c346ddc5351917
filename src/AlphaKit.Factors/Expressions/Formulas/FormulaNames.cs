namespace AlphaKit.Factors;

/// <summary>The names of fields in formulas: prices are the adjusted ones, their unadjusted sisters carry the prefix <c>raw_</c>.</summary>
internal static class FormulaNames
{
    /// <summary>Starts the average daily turnover: <c>adv20</c>.</summary>
    public const string AverageTurnover = "adv";

    /// <summary>The function that names a field in quotes, for names that the language uses otherwise.</summary>
    public const string FieldFunction = "field";

    private static readonly Dictionary<string, Field> Fields = CollectFields();

    private static readonly Dictionary<Field, string> Names = CollectNames();

    /// <summary>Every name of a catalogue field; <c>adjusted_close</c> stands beside <c>close</c>.</summary>
    public static IEnumerable<string> FieldNames => Fields.Keys;

    /// <summary>The names of expressions that are not fields.</summary>
    public static IReadOnlyDictionary<string, Func<Factor>> Expressions { get; } = new Dictionary<string, Func<Factor>>(StringComparer.Ordinal)
    {
        ["returns"] = static () => Op.Returns,
        ["cap"] = static () => Op.Cap,
    };

    /// <summary>The catalogue field of that name in lower case, or null.</summary>
    public static Field? Find(string name) => Fields.GetValueOrDefault(name);

    /// <summary>The field as it stands in a formula.</summary>
    public static string Of(Field field) =>
        Names.TryGetValue(field, out string? name) ? name
        : IsFree(field.Name) ? field.Name
        : $"{FieldFunction}(\"{field.Name}\")";

    /// <summary>A name that no catalogue field and no other word of the language has.</summary>
    public static bool IsFree(string name)
    {
        string lower = name.ToLowerInvariant();
        if (!(char.IsAsciiLetter(name[0]) || name[0] == '_') || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) return false;
        bool average = lower.StartsWith(AverageTurnover, StringComparison.Ordinal) && lower.Length > 3 && lower.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0;
        return !average && !Fields.ContainsKey(lower) && !Expressions.ContainsKey(lower);
    }

    private static Dictionary<string, Field> CollectFields()
    {
        Dictionary<string, Field> fields = new(StringComparer.Ordinal);
        foreach (Field field in Field.Catalogue) fields[field.Name] = field;
        foreach ((string name, Field adjusted, Field raw) in new[]
        {
            ("open", Field.AdjustedOpen, Field.Open), ("high", Field.AdjustedHigh, Field.High), ("low", Field.AdjustedLow, Field.Low),
            ("close", Field.AdjustedClose, Field.Close), ("vwap", Field.AdjustedVwap, Field.Vwap),
        })
        {
            fields[name] = adjusted;
            fields["raw_" + name] = raw;
        }

        return fields;
    }

    private static Dictionary<Field, string> CollectNames()
    {
        Dictionary<Field, string> names = [];
        foreach ((string name, Field field) in Fields)
        {
            // "close" before "adjusted_close": the shorter of two names is the canonical one.
            if (!names.TryGetValue(field, out string? known) || name.Length < known.Length) names[field] = name;
        }

        return names;
    }
}
