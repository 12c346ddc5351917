namespace AlphaKit;

/// <summary>Which symbols belong to a universe on each day: an immutable days × symbols mask.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class Membership
{
    private readonly bool[] _mask;
    private readonly int _start;

    private Membership(bool[] mask, int start, int rows, int columns)
    {
        _mask = mask;
        _start = start;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Number of days.</summary>
    public int Rows { get; }

    /// <summary>Number of symbols.</summary>
    public int Columns { get; }

    /// <summary>True if the symbol belongs on that day.</summary>
    /// <param name="row">The day.</param>
    /// <param name="column">The symbol.</param>
    public bool this[int row, int column] => Row(row)[column];

    /// <summary>The members of one day.</summary>
    /// <param name="row">The day.</param>
    public ReadOnlySpan<bool> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Rows);
        return _mask.AsSpan(_start + (row * Columns), Columns);
    }

    /// <summary>How many symbols belong on that day.</summary>
    /// <param name="row">The day.</param>
    public int CountOn(int row) => Row(row).Count(true);

    /// <summary>A view of some days, without copy.</summary>
    /// <param name="start">First day.</param>
    /// <param name="count">How many days.</param>
    public Membership Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Rows - start);
        return new Membership(_mask, _start + (start * Columns), count, Columns);
    }

    /// <summary>Builds a mask row by row.</summary>
    /// <param name="rows">Number of days.</param>
    /// <param name="columns">Number of symbols.</param>
    /// <param name="fill">Sets the members of row t; the span starts as false.</param>
    public static Membership Create(int rows, int columns, Action<int, Span<bool>> fill)
    {
        ArgumentNullException.ThrowIfNull(fill);
        bool[] mask = new bool[checked(rows * columns)];
        for (int t = 0; t < rows; t++) fill(t, mask.AsSpan(t * columns, columns));
        return new Membership(mask, 0, rows, columns);
    }
}
