namespace AlphaKit.Parquet;

/// <content>The usual columns by name; further ones by the constructor.</content>
public sealed partial record ParquetColumn
{
    /// <summary>True or false.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="nullability">Whether values may be missing.</param>
    public static ParquetColumn Boolean(string name, Nullability nullability = Nullability.Optional) => new(name, PhysicalType.Boolean, LogicalKind.None, nullability);

    /// <summary>Signed 32-bit integers.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="nullability">Whether values may be missing.</param>
    public static ParquetColumn Int32(string name, Nullability nullability = Nullability.Optional) => new(name, PhysicalType.Int32, LogicalKind.None, nullability);

    /// <summary>Signed 64-bit integers.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="nullability">Whether values may be missing.</param>
    public static ParquetColumn Int64(string name, Nullability nullability = Nullability.Optional) => new(name, PhysicalType.Int64, LogicalKind.None, nullability);

    /// <summary>Single-precision numbers.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="nullability">Whether values may be missing.</param>
    public static ParquetColumn Float(string name, Nullability nullability = Nullability.Optional) => new(name, PhysicalType.Float, LogicalKind.None, nullability);

    /// <summary>Double-precision numbers.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="nullability">Whether values may be missing.</param>
    public static ParquetColumn Double(string name, Nullability nullability = Nullability.Optional) => new(name, PhysicalType.Double, LogicalKind.None, nullability);

    /// <summary>UTF-8 text.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="nullability">Whether values may be missing.</param>
    public static ParquetColumn Text(string name, Nullability nullability = Nullability.Optional) => new(name, PhysicalType.ByteArray, LogicalKind.String, nullability);

    /// <summary>Byte strings of any length.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="nullability">Whether values may be missing.</param>
    public static ParquetColumn Bytes(string name, Nullability nullability = Nullability.Optional) => new(name, PhysicalType.ByteArray, LogicalKind.None, nullability);

    /// <summary>Days, stored as 32-bit days since 1970-01-01.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="nullability">Whether values may be missing.</param>
    public static ParquetColumn Date(string name, Nullability nullability = Nullability.Optional) => new(name, PhysicalType.Int32, LogicalKind.Date, nullability);

    /// <summary>Local timestamps, stored as 64-bit counts since 1970-01-01; instants in UTC with <c>with { IsAdjustedToUtc = true }</c>.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="nullability">Whether values may be missing.</param>
    public static ParquetColumn Timestamp(string name, TimeUnit unit = TimeUnit.Microseconds, Nullability nullability = Nullability.Optional) =>
        new(name, PhysicalType.Int64, LogicalKind.Timestamp, nullability) { TimeUnit = unit };

    /// <summary>Decimals of up to 18 digits, stored as 64-bit integers × 10^−scale.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="precision">Digits, 1 to 18.</param>
    /// <param name="scale">Digits behind the point, 0 to <paramref name="precision"/>.</param>
    /// <param name="nullability">Whether values may be missing.</param>
    public static ParquetColumn Decimal(string name, int precision, int scale, Nullability nullability = Nullability.Optional) =>
        new(name, PhysicalType.Int64, LogicalKind.Decimal, nullability) { Precision = precision, Scale = scale };
}
