namespace AlphaKit.Parquet;

/// <summary>One leaf column of a flat table.</summary>
/// <param name="Name">Its name; for a leaf inside groups the path joined by dots.</param>
/// <param name="Type">How values are stored.</param>
/// <param name="Kind">What values mean.</param>
/// <param name="Nullability">Whether values may be missing.</param>
public sealed partial record ParquetColumn(string Name, PhysicalType Type, LogicalKind Kind, Nullability Nullability)
{
    /// <summary>Bytes per value of <see cref="PhysicalType.FixedLengthByteArray"/>; otherwise 0.</summary>
    public int TypeLength { get; init; }

    /// <summary>Decimal digits of <see cref="LogicalKind.Decimal"/>.</summary>
    public int Precision { get; init; }

    /// <summary>Digits behind the point of <see cref="LogicalKind.Decimal"/>.</summary>
    public int Scale { get; init; }

    /// <summary>Bits of annotated integers: 8, 16, 32 or 64; 0 where not annotated.</summary>
    public int BitWidth { get; init; }

    /// <summary>Unit of <see cref="LogicalKind.Time"/> and <see cref="LogicalKind.Timestamp"/>.</summary>
    public TimeUnit TimeUnit { get; init; }

    /// <summary>True where a timestamp counts from midnight UTC; false for local time.</summary>
    public bool IsAdjustedToUtc { get; init; }

    /// <summary>True for a leaf inside a list, map or other repeated group: listed, but not readable as a flat column.</summary>
    public bool IsRepeated => MaxRepetitionLevel > 0;

    /// <summary>Definition level at which a value is present.</summary>
    internal int MaxDefinitionLevel { get; init; } = Nullability == Nullability.Optional ? 1 : 0;

    /// <summary>Above 0 for leaves inside repeated groups, which flat tables do not have.</summary>
    internal int MaxRepetitionLevel { get; init; }

    /// <summary>True where values are byte strings: <see cref="PhysicalType.ByteArray"/>, fixed-length ones and Int96.</summary>
    internal bool HoldsBytes => Type is PhysicalType.ByteArray or PhysicalType.FixedLengthByteArray or PhysicalType.Int96;

    /// <summary>Bytes of a value of fixed length: 12 of Int96, <see cref="TypeLength"/>; 0 of any length.</summary>
    internal int FixedLength => Type switch { PhysicalType.Int96 => 12, PhysicalType.FixedLengthByteArray => TypeLength, _ => 0 };

    /// <summary>What makes the column impossible; null where nothing does.</summary>
    internal string? Defect
    {
        get
        {
            if (Type == PhysicalType.FixedLengthByteArray && TypeLength is < 1 or > 1 << 20) return $"the values of '{Name}' have {TypeLength} bytes, 1 to {1 << 20} are possible.";
            bool fits = Kind switch
            {
                LogicalKind.String => Type is PhysicalType.ByteArray,
                LogicalKind.Date => Type is PhysicalType.Int32,
                LogicalKind.Time => Type == (TimeUnit == TimeUnit.Milliseconds ? PhysicalType.Int32 : PhysicalType.Int64),
                LogicalKind.Timestamp => Type is PhysicalType.Int64 or PhysicalType.Int96,
                LogicalKind.Decimal => Type is PhysicalType.Int32 or PhysicalType.Int64 or PhysicalType.ByteArray or PhysicalType.FixedLengthByteArray,
                LogicalKind.SignedInteger or LogicalKind.UnsignedInteger => BitWidth switch { 8 or 16 or 32 => Type is PhysicalType.Int32, 64 => Type is PhysicalType.Int64, _ => false },
                LogicalKind.Uuid => Type is PhysicalType.FixedLengthByteArray && TypeLength == 16,
                LogicalKind.Float16 => Type is PhysicalType.FixedLengthByteArray && TypeLength == 2,
                _ => true,
            };
            if (!fits) return $"'{Name}' cannot be {Kind}{(BitWidth > 0 ? $" of {BitWidth} bits" : "")} stored as {Type}.";
            if (Kind != LogicalKind.Decimal) return null;
            int most = Type switch
            {
                PhysicalType.Int32 => 9,
                PhysicalType.Int64 => 18,
                PhysicalType.FixedLengthByteArray => (int)Math.Floor(Math.Log10(2) * ((8.0 * TypeLength) - 1)),
                _ => int.MaxValue,
            };
            return Precision < 1 || Precision > most || Scale < 0 || Scale > Precision ? $"'{Name}' is a decimal({Precision}, {Scale}) stored as {Type}, which holds up to {most} digits." : null;
        }
    }
}
