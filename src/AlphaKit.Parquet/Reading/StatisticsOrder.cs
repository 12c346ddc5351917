using System.Buffers.Binary;

namespace AlphaKit.Parquet;

/// <summary>Stored bounds as numbers.</summary>
internal static class StatisticsOrder
{
    public static bool IsFloating(ParquetColumn column) => column.Type is PhysicalType.Float or PhysicalType.Double || column.Kind == LogicalKind.Float16;

    /// <summary>Whether a bound has the form of its column and is comparable.</summary>
    public static bool IsUsable(ParquetColumn column, ReadOnlySpan<byte> bound) => column.Type switch
    {
        PhysicalType.Boolean => bound.Length == 1,
        PhysicalType.Int32 => bound.Length == 4,
        PhysicalType.Int64 => bound.Length == 8,
        PhysicalType.Float => bound.Length == 4 && !double.IsNaN(Floating(bound)),
        PhysicalType.Double => bound.Length == 8 && !double.IsNaN(Floating(bound)),
        PhysicalType.Int96 => false, // its order is undefined
        PhysicalType.FixedLengthByteArray => column.Kind != LogicalKind.Float16 || (bound.Length == 2 && !double.IsNaN(Floating(bound))),
        _ => true,
    };

    public static long Integer(ReadOnlySpan<byte> bound, bool unsigned)
    {
        if (bound.Length == 8) return BinaryPrimitives.ReadInt64LittleEndian(bound);
        int value = BinaryPrimitives.ReadInt32LittleEndian(bound);
        return unsigned ? (uint)value : value;
    }

    public static double Floating(ReadOnlySpan<byte> bound) => bound.Length switch
    {
        2 => (double)BinaryPrimitives.ReadHalfLittleEndian(bound),
        4 => BinaryPrimitives.ReadSingleLittleEndian(bound),
        _ => BinaryPrimitives.ReadDoubleLittleEndian(bound),
    };
}
