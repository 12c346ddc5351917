namespace AlphaKit.Data;

/// <summary>One column of a <see cref="SourceTable"/>, stored as one typed array.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class SourceColumn
{
    private readonly Symbol[]? _symbols;
    private readonly DateOnly[]? _dates;
    private readonly double[]? _numbers;
    private readonly string[]? _texts;

    private SourceColumn(string name, SourceColumnKind kind, int count, Symbol[]? symbols, DateOnly[]? dates, double[]? numbers, string[]? texts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Kind = kind;
        Count = count;
        _symbols = symbols;
        _dates = dates;
        _numbers = numbers;
        _texts = texts;
    }

    /// <summary>Stands for a missing date.</summary>
    public static DateOnly NoDate => DateOnly.MinValue;

    /// <summary>The vendor's column name.</summary>
    public string Name { get; }

    /// <summary>How the values are stored.</summary>
    public SourceColumnKind Kind { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>The symbols.</summary>
    /// <exception cref="InvalidOperationException">The column is of another kind.</exception>
    public ReadOnlySpan<Symbol> Symbols => _symbols ?? throw WrongKind(SourceColumnKind.Symbol);

    /// <summary>The dates.</summary>
    /// <exception cref="InvalidOperationException">The column is of another kind.</exception>
    public ReadOnlySpan<DateOnly> Dates => _dates ?? throw WrongKind(SourceColumnKind.Date);

    /// <summary>The numbers, in the vendor's unit.</summary>
    /// <exception cref="InvalidOperationException">The column is of another kind.</exception>
    public ReadOnlySpan<double> Numbers => _numbers ?? throw WrongKind(SourceColumnKind.Number);

    /// <summary>The texts.</summary>
    /// <exception cref="InvalidOperationException">The column is of another kind.</exception>
    public ReadOnlySpan<string> Texts => _texts ?? throw WrongKind(SourceColumnKind.Text);

    /// <summary>Wraps an array of symbols, which must not be changed afterwards.</summary>
    /// <param name="name">The vendor's column name.</param>
    /// <param name="values">The values.</param>
    public static SourceColumn Of(string name, Symbol[] values) => new(name, SourceColumnKind.Symbol, Length(values), values, null, null, null);

    /// <summary>Wraps an array of dates, which must not be changed afterwards.</summary>
    /// <param name="name">The vendor's column name.</param>
    /// <param name="values">The values.</param>
    public static SourceColumn Of(string name, DateOnly[] values) => new(name, SourceColumnKind.Date, Length(values), null, values, null, null);

    /// <summary>Wraps an array of numbers, which must not be changed afterwards.</summary>
    /// <param name="name">The vendor's column name.</param>
    /// <param name="values">The values.</param>
    public static SourceColumn Of(string name, double[] values) => new(name, SourceColumnKind.Number, Length(values), null, null, values, null);

    /// <summary>Wraps an array of texts, which must not be changed afterwards.</summary>
    /// <param name="name">The vendor's column name.</param>
    /// <param name="values">The values.</param>
    public static SourceColumn Of(string name, string[] values) => new(name, SourceColumnKind.Text, Length(values), null, null, null, values);

    private static int Length(Array values) => (values ?? throw new ArgumentNullException(nameof(values))).Length;

    private InvalidOperationException WrongKind(SourceColumnKind asked) => new($"Column '{Name}' holds {Kind}, not {asked}.");
}
