namespace AlphaKit.Parquet;

/// <summary>
/// The values of one column for a run of rows. Numbers are typed spans with one element a row; byte strings are positions in a table of entries,
/// so that a dictionary stays one. A missing value is <c>default</c> in a span of numbers, −1 in <see cref="Codes"/>, and false in
/// <see cref="Validity"/>; floats keep NaN for NaN. Immutable and safe for concurrent readers.
/// </summary>
public sealed partial class ParquetValues
{
    private readonly Array _values; // bool[], int[], long[], float[], double[]; for byte strings int[] of codes
    private readonly bool[]? _validity;
    private readonly ByteTable? _table;
    private readonly int _start;

    internal ParquetValues(ParquetColumn column, Array values, bool[]? validity, ByteTable? table, int start, int count)
    {
        Column = column;
        Count = count;
        _values = values;
        _table = table;
        _start = start;
        NullCount = validity is null ? 0 : validity.AsSpan(start, count).Count(false);
        _validity = NullCount == 0 ? null : validity;
    }

    /// <summary>The column.</summary>
    public ParquetColumn Column { get; }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Number of rows without a value.</summary>
    public int NullCount { get; }

    /// <summary>One flag a row, true where a value is present; empty where every row has one.</summary>
    public ReadOnlySpan<bool> Validity => _validity is null ? default : _validity.AsSpan(_start, Count);

    /// <summary>Booleans.</summary>
    /// <exception cref="InvalidOperationException">The column is stored as something else.</exception>
    public ReadOnlySpan<bool> Booleans => Typed<bool>(PhysicalType.Boolean);

    /// <summary>32-bit integers as stored: also dates in days, times in milliseconds, unscaled decimals; unsigned ones by their bits.</summary>
    /// <exception cref="InvalidOperationException">The column is stored as something else.</exception>
    public ReadOnlySpan<int> Int32s => Typed<int>(PhysicalType.Int32);

    /// <summary>64-bit integers as stored: also times and timestamps in their unit, unscaled decimals; unsigned ones by their bits.</summary>
    /// <exception cref="InvalidOperationException">The column is stored as something else.</exception>
    public ReadOnlySpan<long> Int64s => Typed<long>(PhysicalType.Int64);

    /// <summary>Single-precision numbers.</summary>
    /// <exception cref="InvalidOperationException">The column is stored as something else.</exception>
    public ReadOnlySpan<float> Floats => Typed<float>(PhysicalType.Float);

    /// <summary>Double-precision numbers.</summary>
    /// <exception cref="InvalidOperationException">The column is stored as something else.</exception>
    public ReadOnlySpan<double> Doubles => Typed<double>(PhysicalType.Double);

    /// <summary>
    /// For byte strings (also Int96 and fixed lengths): the entry of each row, −1 where missing. Equal strings may have several entries, since
    /// only dictionary-encoded pages share them.
    /// </summary>
    /// <exception cref="InvalidOperationException">The column is stored as something else.</exception>
    public ReadOnlySpan<int> Codes => Column.HoldsBytes ? ((int[])_values).AsSpan(_start, Count) : throw Wrong("byte strings");

    /// <summary>Number of entries that <see cref="Codes"/> may name; 0 for columns of numbers.</summary>
    public int EntryCount => _table?.Count ?? 0;

    internal ByteTable? Table => _table;

    /// <summary>One element a row, as stored; byte strings by their codes.</summary>
    internal ReadOnlyMemory<T> Rows<T>() => ((T[])_values).AsMemory(_start, Count);

    /// <summary>Whether a row lacks a value.</summary>
    /// <param name="row">The row, from 0.</param>
    public bool IsNull(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Count);
        return _validity is not null && !_validity[_start + row];
    }

    /// <summary>Bytes of an entry of the table.</summary>
    /// <param name="code">0 to <see cref="EntryCount"/> − 1.</param>
    /// <exception cref="InvalidOperationException">The column does not hold byte strings.</exception>
    public ReadOnlySpan<byte> Entry(int code) => (_table ?? throw Wrong("byte strings"))[code];

    /// <summary>An entry of the table as UTF-8 text; bytes that are none become U+FFFD. Asked again, the same string is given.</summary>
    /// <param name="code">0 to <see cref="EntryCount"/> − 1.</param>
    /// <exception cref="InvalidOperationException">The column does not hold byte strings.</exception>
    public string EntryText(int code)
    {
        ByteTable table = _table ?? throw Wrong("byte strings");
        ArgumentOutOfRangeException.ThrowIfNegative(code);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(code, table.Count);
        return table.Text(code);
    }

    /// <summary>The rows from <paramref name="start"/> on, without copying.</summary>
    /// <param name="start">First row.</param>
    /// <param name="count">Number of rows.</param>
    public ParquetValues Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Count - count);
        return new ParquetValues(Column, _values, _validity, _table, _start + start, count);
    }

    private ReadOnlySpan<T> Typed<T>(PhysicalType type) => Column.Type == type ? ((T[])_values).AsSpan(_start, Count) : throw Wrong(type.ToString());

    private InvalidOperationException Wrong(string asked) => new($"Column '{Column.Name}' is stored as {Column.Type}, not as {asked}.");
}
