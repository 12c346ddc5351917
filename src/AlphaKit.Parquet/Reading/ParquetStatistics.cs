using System.Text;

namespace AlphaKit.Parquet;

/// <summary>
/// What the footer says about the values of a column in a row group. Bounds may lie outside of the values (writers cut long strings) but never
/// inside; bounds that the format declares untrustworthy (NaN, or byte strings by older writers) are left out.
/// </summary>
public sealed class ParquetStatistics
{
    private readonly ParquetColumn _column;
    private readonly byte[]? _min;
    private readonly byte[]? _max;

    internal ParquetStatistics(ParquetColumn column, ColumnStatistics? stored, long rows, bool typeDefinedOrder)
    {
        _column = column;
        RowCount = rows;
        if (stored is null) return;
        NullCount = stored.NullCount is >= 0 and var nulls && nulls <= rows ? nulls : null;
        if (stored.Min is null || stored.Max is null || !(stored.OrderAware ? typeDefinedOrder : HasSignedOrder(column))) return;
        if (!StatisticsOrder.IsUsable(column, stored.Min) || !StatisticsOrder.IsUsable(column, stored.Max)) return;
        (_min, _max) = (stored.Min, stored.Max);
    }

    /// <summary>Rows of the row group.</summary>
    public long RowCount { get; }

    /// <summary>Rows without a value; null where the file does not say.</summary>
    public long? NullCount { get; }

    /// <summary>True where least and greatest value are known and trusted.</summary>
    public bool HasBounds => _min is not null;

    /// <summary>Lower bound as stored; empty where there is none.</summary>
    public ReadOnlySpan<byte> MinBytes => _min;

    /// <summary>Upper bound as stored; empty where there is none.</summary>
    public ReadOnlySpan<byte> MaxBytes => _max;

    /// <summary>Bounds of integers, also dates, times, timestamps, unscaled decimals of 32 or 64 bits, and unsigned integers up to 32 bits.</summary>
    /// <param name="min">Lower bound.</param>
    /// <param name="max">Upper bound.</param>
    /// <returns>False where there are none or the column is something else.</returns>
    public bool TryGetInt64(out long min, out long max)
    {
        (min, max) = (0, 0);
        if (!HasBounds || _column.Type is not (PhysicalType.Int32 or PhysicalType.Int64)) return false;
        bool unsigned = _column.Kind == LogicalKind.UnsignedInteger;
        if (unsigned && _column.Type == PhysicalType.Int64) return false;
        (min, max) = (StatisticsOrder.Integer(_min, unsigned), StatisticsOrder.Integer(_max, unsigned));
        return true;
    }

    /// <summary>Bounds of <see cref="PhysicalType.Float"/>, <see cref="PhysicalType.Double"/> and <see cref="LogicalKind.Float16"/>; NaN is not among them.</summary>
    /// <param name="min">Lower bound; −0 where it is 0.</param>
    /// <param name="max">Upper bound; +0 where it is 0.</param>
    /// <returns>False where there are none or the column is something else.</returns>
    public bool TryGetDouble(out double min, out double max)
    {
        (min, max) = (0, 0);
        if (!HasBounds || !StatisticsOrder.IsFloating(_column)) return false;
        (min, max) = (StatisticsOrder.Floating(_min!), StatisticsOrder.Floating(_max!));
        if (min == 0) min = -0.0;
        if (max == 0) max = 0.0;
        return true;
    }

    /// <summary>Whether a value from <paramref name="low"/> to <paramref name="high"/> may be among the values; true where nothing is known.</summary>
    /// <param name="low">Least value looked for, in the unit of <see cref="TryGetInt64"/>.</param>
    /// <param name="high">Greatest value looked for.</param>
    public bool MayContain(long low, long high) =>
        !IsAllNull && (TryGetInt64(out long min, out long max) ? low <= max && high >= min : !TryGetDouble(out double least, out double most) || (low <= most && high >= least));

    /// <summary>Whether a value from <paramref name="low"/> to <paramref name="high"/> may be among the values; true where nothing is known. NaN is never looked for.</summary>
    /// <param name="low">Least value looked for.</param>
    /// <param name="high">Greatest value looked for.</param>
    public bool MayContain(double low, double high) => !IsAllNull && (!TryGetDouble(out double min, out double max) || (low <= max && high >= min));

    /// <summary>Whether a text from <paramref name="low"/> to <paramref name="high"/>, in the order of UTF-8 bytes, may be among the values; true where nothing is known.</summary>
    /// <param name="low">Least text looked for.</param>
    /// <param name="high">Greatest text looked for.</param>
    public bool MayContain(string low, string high)
    {
        if (IsAllNull) return false;
        if (!HasBounds || _column.Type != PhysicalType.ByteArray || _column.Kind is not (LogicalKind.String or LogicalKind.None)) return true;
        return Encoding.UTF8.GetBytes(low).AsSpan().SequenceCompareTo(_max) <= 0 && Encoding.UTF8.GetBytes(high).AsSpan().SequenceCompareTo(_min) >= 0;
    }

    private bool IsAllNull => NullCount == RowCount;

    /// <summary>The older fields compare bytes as signed numbers, which is right for these only.</summary>
    private static bool HasSignedOrder(ParquetColumn column) => column.Type switch
    {
        PhysicalType.Int32 or PhysicalType.Int64 => column.Kind != LogicalKind.UnsignedInteger,
        PhysicalType.Boolean or PhysicalType.Float or PhysicalType.Double => true,
        _ => false,
    };
}
