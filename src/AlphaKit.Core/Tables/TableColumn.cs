using System.Globalization;

namespace AlphaKit;

/// <summary>One named, typed column of a <see cref="Table"/>.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class TableColumn
{
    private readonly Array _values;

    private TableColumn(string name, ColumnKind kind, Array values, string format)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Kind = kind;
        _values = values;
        Format = format;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The type of the values.</summary>
    public ColumnKind Kind { get; }

    /// <summary>The .NET format string with which people see the values; files carry full precision instead.</summary>
    public string Format { get; }

    /// <summary>Number of values.</summary>
    public int Count => _values.Length;

    /// <summary>A column of text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values.</param>
    public static TableColumn Text(string name, IEnumerable<string> values) => new(name, ColumnKind.Text, values.ToArray(), "");

    /// <summary>A column of symbols, as text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values.</param>
    public static TableColumn Symbols(string name, IEnumerable<Symbol> values) => Text(name, values.Select(s => s.ToString()));

    /// <summary>A column of dates.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values.</param>
    public static TableColumn Date(string name, IEnumerable<DateOnly> values) => new(name, ColumnKind.Date, values.ToArray(), "yyyy-MM-dd");

    /// <summary>A column of whole numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values.</param>
    public static TableColumn Integer(string name, IEnumerable<long> values) => new(name, ColumnKind.Integer, values.ToArray(), "N0");

    /// <summary>A column of floating-point numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values; NaN is missing.</param>
    /// <param name="format">How people see them, for example P2.</param>
    public static TableColumn Number(string name, IEnumerable<double> values, string format = "G6") => new(name, ColumnKind.Number, values.ToArray(), format);

    /// <summary>A column of money.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Its values, CNY.</param>
    public static TableColumn Money(string name, IEnumerable<decimal> values) => new(name, ColumnKind.Money, values.ToArray(), "N2");

    /// <summary>The values of a <see cref="ColumnKind.Number"/> column; whole numbers and money are converted.</summary>
    /// <exception cref="InvalidOperationException">The column holds text or dates.</exception>
    public IReadOnlyList<double> Numbers => Kind switch
    {
        ColumnKind.Number => (double[])_values,
        ColumnKind.Integer => [.. ((long[])_values).Select(v => (double)v)],
        ColumnKind.Money => [.. ((decimal[])_values).Select(v => (double)v)],
        _ => throw new InvalidOperationException($"Column '{Name}' holds {Kind}, not numbers."),
    };

    /// <summary>The values of a <see cref="ColumnKind.Date"/> column.</summary>
    /// <exception cref="InvalidOperationException">The column holds something else.</exception>
    public IReadOnlyList<DateOnly> Dates => _values as DateOnly[] ?? throw new InvalidOperationException($"Column '{Name}' holds {Kind}, not dates.");

    /// <summary>The value of a row with full precision, as files carry it: ISO dates, round-trip numbers, empty for missing.</summary>
    /// <param name="row">The row.</param>
    public string Exact(int row) => Kind switch
    {
        ColumnKind.Text => ((string[])_values)[row],
        ColumnKind.Date => ((DateOnly[])_values)[row].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ColumnKind.Integer => ((long[])_values)[row].ToString(CultureInfo.InvariantCulture),
        ColumnKind.Money => ((decimal[])_values)[row].ToString("0.00##########################", CultureInfo.InvariantCulture),
        _ => double.IsNaN(((double[])_values)[row]) ? "" : ((double[])_values)[row].ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>The value of a row as people see it.</summary>
    /// <param name="row">The row.</param>
    public string Shown(int row) => Kind switch
    {
        ColumnKind.Integer => ((long[])_values)[row].ToString(Format, CultureInfo.InvariantCulture),
        ColumnKind.Money => ((decimal[])_values)[row].ToString(Format, CultureInfo.InvariantCulture),
        ColumnKind.Number => double.IsNaN(((double[])_values)[row]) ? "–" : ((double[])_values)[row].ToString(Format, CultureInfo.InvariantCulture),
        _ => Exact(row),
    };
}
