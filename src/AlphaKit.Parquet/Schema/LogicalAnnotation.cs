namespace AlphaKit.Parquet;

/// <summary>What a schema element says its values mean: by the newer logical type, or by the older converted type alone.</summary>
internal readonly record struct LogicalAnnotation(LogicalKind Kind, int BitWidth, TimeUnit Unit, bool IsAdjustedToUtc)
{
    public static LogicalAnnotation Of(SchemaElement element)
    {
        if (element.LogicalKind != LogicalKind.None) return new(element.LogicalKind, element.LogicalBitWidth, element.TimeUnit, element.IsAdjustedToUtc);
        if (element.Type == PhysicalType.Int96) return new(LogicalKind.Timestamp, 0, TimeUnit.Nanoseconds, false); // no other meaning is in use
        return element.ConvertedType switch
        {
            0 or 4 or 19 => new(LogicalKind.String, 0, default, false),
            5 => new(LogicalKind.Decimal, 0, default, false),
            6 => new(LogicalKind.Date, 0, default, false),
            7 => new(LogicalKind.Time, 0, TimeUnit.Milliseconds, true),
            8 => new(LogicalKind.Time, 0, TimeUnit.Microseconds, true),
            9 => new(LogicalKind.Timestamp, 0, TimeUnit.Milliseconds, true),
            10 => new(LogicalKind.Timestamp, 0, TimeUnit.Microseconds, true),
            >= 11 and <= 14 => new(LogicalKind.UnsignedInteger, 8 << (element.ConvertedType.Value - 11), default, false),
            >= 15 and <= 18 => new(LogicalKind.SignedInteger, 8 << (element.ConvertedType.Value - 15), default, false),
            _ => default,
        };
    }

    /// <summary>The converted type that says the same; null where there is none.</summary>
    public static int? ConvertedType(ParquetColumn column) => column.Kind switch
    {
        LogicalKind.String => 0,
        LogicalKind.Decimal => 5,
        LogicalKind.Date => 6,
        LogicalKind.Time when column.IsAdjustedToUtc && column.TimeUnit != TimeUnit.Nanoseconds => 7 + (int)column.TimeUnit,
        LogicalKind.Timestamp when column.IsAdjustedToUtc && column.TimeUnit != TimeUnit.Nanoseconds && column.Type != PhysicalType.Int96 => 9 + (int)column.TimeUnit,
        LogicalKind.UnsignedInteger => 11 + int.Log2(column.BitWidth / 8),
        LogicalKind.SignedInteger => 15 + int.Log2(column.BitWidth / 8),
        _ => null,
    };
}
