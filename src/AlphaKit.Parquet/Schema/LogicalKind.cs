namespace AlphaKit.Parquet;

/// <summary>What stored values mean (parquet.thrift, <c>LogicalType</c> and the older <c>ConvertedType</c>).</summary>
public enum LogicalKind
{
    /// <summary>Nothing beyond the physical type.</summary>
    None = 0,

    /// <summary>UTF-8 text (also ENUM and JSON).</summary>
    String = 1,

    /// <summary>Days since 1970-01-01.</summary>
    Date = 2,

    /// <summary>Time of day in <see cref="ParquetColumn.TimeUnit"/>.</summary>
    Time = 3,

    /// <summary>Instant or local time since 1970-01-01 in <see cref="ParquetColumn.TimeUnit"/>.</summary>
    Timestamp = 4,

    /// <summary>Integer × 10^−<see cref="ParquetColumn.Scale"/>.</summary>
    Decimal = 5,

    /// <summary>Signed integer of <see cref="ParquetColumn.BitWidth"/> bits.</summary>
    SignedInteger = 6,

    /// <summary>Unsigned integer of <see cref="ParquetColumn.BitWidth"/> bits.</summary>
    UnsignedInteger = 7,

    /// <summary>16-byte UUID.</summary>
    Uuid = 8,

    /// <summary>IEEE half in two bytes.</summary>
    Float16 = 9,
}
