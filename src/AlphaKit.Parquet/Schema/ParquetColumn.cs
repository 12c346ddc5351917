namespace AlphaKit.Parquet;

/// <summary>One leaf column of a flat table.</summary>
/// <param name="Name">Its name; for a leaf inside groups the path joined by dots.</param>
/// <param name="Type">How values are stored.</param>
/// <param name="Kind">What values mean.</param>
/// <param name="Nullability">Whether values may be missing.</param>
public sealed record ParquetColumn(string Name, PhysicalType Type, LogicalKind Kind, Nullability Nullability)
{
    /// <summary>Bytes per value of <see cref="PhysicalType.FixedLengthByteArray"/>; otherwise 0.</summary>
    public int TypeLength { get; init; }

    /// <summary>Decimal digits of <see cref="LogicalKind.Decimal"/>.</summary>
    public int Precision { get; init; }

    /// <summary>Digits behind the point of <see cref="LogicalKind.Decimal"/>.</summary>
    public int Scale { get; init; }

    /// <summary>Bits of integers; 0 where not annotated.</summary>
    public int BitWidth { get; init; }

    /// <summary>Unit of <see cref="LogicalKind.Time"/> and <see cref="LogicalKind.Timestamp"/>.</summary>
    public TimeUnit TimeUnit { get; init; }

    /// <summary>True where a timestamp counts from midnight UTC; false for local time.</summary>
    public bool IsAdjustedToUtc { get; init; }

    /// <summary>Definition level at which a value is present.</summary>
    internal int MaxDefinitionLevel { get; init; } = Nullability == Nullability.Optional ? 1 : 0;

    /// <summary>Above 0 for leaves inside repeated groups, which flat tables do not have.</summary>
    internal int MaxRepetitionLevel { get; init; }
}
