namespace AlphaKit.Parquet;

/// <summary>The footer of a file, as read or to be written (parquet.thrift).</summary>
internal sealed class FileMetadata
{
    public int Version { get; set; }

    public List<SchemaElement> Schema { get; } = [];

    public long RowCount { get; set; }

    public List<RowGroupMetadata> RowGroups { get; } = [];

    public List<KeyValuePair<string, string?>> KeyValues { get; } = [];

    public string? CreatedBy { get; set; }

    /// <summary>Per leaf column: whether its bounds follow the order that the type defines; empty where the file does not say.</summary>
    public List<bool> TypeDefinedOrders { get; } = [];
}

/// <summary>A node of the schema tree, in depth-first order.</summary>
internal sealed class SchemaElement
{
    public PhysicalType? Type { get; set; }

    public int TypeLength { get; set; }

    public int Repetition { get; set; } // 0 required, 1 optional, 2 repeated

    public string Name { get; set; } = "";

    public int Children { get; set; }

    public int? ConvertedType { get; set; }

    public int Scale { get; set; }

    public int Precision { get; set; }

    public LogicalKind LogicalKind { get; set; }

    public int LogicalBitWidth { get; set; }

    public TimeUnit TimeUnit { get; set; }

    public bool IsAdjustedToUtc { get; set; }
}

/// <summary>A horizontal slice of the file.</summary>
internal sealed class RowGroupMetadata
{
    public List<ColumnChunkMetadata> Columns { get; } = [];

    public long RowCount { get; set; }

    public long TotalByteSize { get; set; }
}

/// <summary>One column of one row group.</summary>
internal sealed class ColumnChunkMetadata
{
    public string? FilePath { get; set; }

    /// <summary>False where the chunk lacks its metadata (as in encrypted columns).</summary>
    public bool HasMetadata { get; set; }

    public PhysicalType Type { get; set; }

    public List<int> Encodings { get; } = [];

    public List<string> Path { get; } = [];

    public int Codec { get; set; }

    public long ValueCount { get; set; }

    public long UncompressedSize { get; set; }

    public long CompressedSize { get; set; }

    public long DataPageOffset { get; set; }

    public long? DictionaryPageOffset { get; set; }

    public ColumnStatistics? Statistics { get; set; }

    /// <summary>First byte of the chunk: its dictionary where there is one (some writers put 0 for none), else its first data page.</summary>
    public long Start => DictionaryPageOffset is > 0 and var dictionary ? Math.Min(dictionary, DataPageOffset) : DataPageOffset;

    /// <summary>Turns offsets that count from the chunk's first byte into those of the file.</summary>
    public void MoveBy(long offset)
    {
        DataPageOffset += offset;
        DictionaryPageOffset += offset;
    }
}

/// <summary>Bounds of a chunk or page as stored bytes.</summary>
internal sealed class ColumnStatistics
{
    public byte[]? Min { get; set; }

    public byte[]? Max { get; set; }

    public long? NullCount { get; set; }

    /// <summary>Nearly always true: the bounds are values of the column and not merely below and above them.</summary>
    public bool IsExact { get; set; } = true;

    /// <summary>True when the bounds come from the order-aware fields; the older ones are trusted only for signed numbers.</summary>
    public bool OrderAware { get; set; }
}
