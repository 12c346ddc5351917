namespace AlphaKit;

/// <summary>
/// One quantity over time and names: a dense, immutable, time-major matrix of <see cref="float"/>, NaN for missing.
/// Row = trading day, column = symbol, so a row is one cross-section and lies contiguous in memory:
/// <code>
///            symbol 0   1   2  …  N−1 │ padding to 16 floats (NaN)
///   day 0    [  ·   ·   ·       ·   │ · ·
///   day 1    [  ·   ·   ·       ·   │ · ·      every row starts on a 64-byte boundary
/// </code>
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class FieldMatrix
{
    /// <summary>Rows start at multiples of this many floats (64 bytes).</summary>
    internal const int Alignment = 16;

    private readonly float[] _buffer;
    private readonly int _offset;

    internal FieldMatrix(float[] buffer, int offset, int rows, int columns, int stride)
    {
        _buffer = buffer;
        _offset = offset;
        Rows = rows;
        Columns = columns;
        Stride = stride;
    }

    /// <summary>Number of trading days.</summary>
    public int Rows { get; }

    /// <summary>Number of symbols.</summary>
    public int Columns { get; }

    /// <summary>Floats from one row to the next: <see cref="Columns"/> rounded up to a multiple of 16.</summary>
    public int Stride { get; }

    /// <summary>One value.</summary>
    /// <param name="row">Day, 0 to <see cref="Rows"/> − 1.</param>
    /// <param name="column">Symbol, 0 to <see cref="Columns"/> − 1.</param>
    public float this[int row, int column] => Row(row)[column];

    /// <summary>The cross-section of one day, length <see cref="Columns"/>.</summary>
    /// <param name="row">Day, 0 to <see cref="Rows"/> − 1.</param>
    public ReadOnlySpan<float> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        return _buffer.AsSpan(_offset + (row * Stride), Columns);
    }

    /// <summary>All rows as one span of length (Rows − 1) × Stride + Columns; step by <see cref="Stride"/> from day to day.</summary>
    public ReadOnlySpan<float> Span => Rows == 0 ? default : _buffer.AsSpan(_offset, ((Rows - 1) * Stride) + Columns);

    /// <summary>A view of some days, without copy.</summary>
    /// <param name="start">First day.</param>
    /// <param name="count">How many days.</param>
    public FieldMatrix Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Rows - start);
        return start == 0 && count == Rows ? this : new FieldMatrix(_buffer, _offset + (start * Stride), count, Columns, Stride);
    }

    /// <summary>Copies values given row after row.</summary>
    /// <param name="values">Rows × columns values, the first day first.</param>
    /// <param name="rows">Number of days.</param>
    /// <param name="columns">Number of symbols.</param>
    /// <exception cref="ArgumentException">The length is not rows × columns.</exception>
    public static FieldMatrix FromRowMajor(ReadOnlySpan<float> values, int rows, int columns)
    {
        if (values.Length != (long)rows * columns)
            throw new ArgumentException($"{rows} days × {columns} symbols need {(long)rows * columns} values, {values.Length} were given.", nameof(values));
        FieldMatrixBuilder builder = new(rows, columns);
        for (int t = 0; t < rows; t++) values.Slice(t * columns, columns).CopyTo(builder.Row(t));
        return builder.Build();
    }

    /// <summary>A new matrix whose rows are computed one by one.</summary>
    /// <param name="rows">Number of days.</param>
    /// <param name="columns">Number of symbols.</param>
    /// <param name="fill">Fills row t; the span starts as NaN.</param>
    public static FieldMatrix Create(int rows, int columns, Action<int, Span<float>> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        FieldMatrixBuilder builder = new(rows, columns);
        for (int t = 0; t < rows; t++) fill(t, builder.Row(t));
        return builder.Build();
    }

    /// <summary>A copy, row after row without padding.</summary>
    public float[] ToRowMajorArray()
    {
        float[] result = new float[Rows * Columns];
        for (int t = 0; t < Rows; t++) Row(t).CopyTo(result.AsSpan(t * Columns));
        return result;
    }
}
