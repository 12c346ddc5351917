namespace AlphaKit.Parquet;

/// <summary>Writes footer and page headers as Thrift.</summary>
internal static class MetadataWriter
{
    private const string CreatedBy = "AlphaKit.Parquet version 0.1.0";

    /// <summary>The footer.</summary>
    public static ReadOnlySpan<byte> Footer(IReadOnlyList<ParquetColumn> columns, IReadOnlyList<RowGroupMetadata> groups, IReadOnlyList<KeyValuePair<string, string?>> keyValues)
    {
        ThriftCompactWriter writer = new();
        writer.BeginElement();
        writer.Int32(1, 1);
        writer.BeginList(2, ThriftType.Struct, columns.Count + 1);
        writer.BeginElement();
        writer.String(4, "schema");
        writer.Int32(5, columns.Count);
        writer.EndStruct();
        foreach (ParquetColumn column in columns) SchemaElement(writer, column);
        writer.Int64(3, groups.Sum(g => g.RowCount));
        writer.BeginList(4, ThriftType.Struct, groups.Count);
        foreach (RowGroupMetadata group in groups) RowGroup(writer, group);
        if (keyValues.Count > 0)
        {
            writer.BeginList(5, ThriftType.Struct, keyValues.Count);
            foreach ((string key, string? value) in keyValues)
            {
                writer.BeginElement();
                writer.String(1, key);
                if (value is not null) writer.String(2, value);
                writer.EndStruct();
            }
        }

        writer.String(6, CreatedBy);
        writer.BeginList(7, ThriftType.Struct, columns.Count);
        for (int i = 0; i < columns.Count; i++)
        {
            writer.BeginElement();
            Empty(writer, 1); // bounds follow the order that the type defines
            writer.EndStruct();
        }

        writer.EndStruct();
        return writer.Written;
    }

    public static ReadOnlySpan<byte> DataPage(int values, ValueEncoding encoding, int expanded, int stored, uint crc)
    {
        ThriftCompactWriter writer = Page(PageType.Data, expanded, stored, crc);
        writer.BeginStruct(5);
        writer.Int32(1, values);
        writer.Int32(2, (int)encoding);
        writer.Int32(3, (int)ValueEncoding.Rle);
        writer.Int32(4, (int)ValueEncoding.Rle);
        writer.EndStruct();
        writer.EndStruct();
        return writer.Written;
    }

    public static ReadOnlySpan<byte> DictionaryPage(int values, int expanded, int stored, uint crc)
    {
        ThriftCompactWriter writer = Page(PageType.Dictionary, expanded, stored, crc);
        writer.BeginStruct(7);
        writer.Int32(1, values);
        writer.Int32(2, (int)ValueEncoding.Plain);
        writer.EndStruct();
        writer.EndStruct();
        return writer.Written;
    }

    private static ThriftCompactWriter Page(PageType type, int expanded, int stored, uint crc)
    {
        ThriftCompactWriter writer = new();
        writer.BeginElement();
        writer.Int32(1, (int)type);
        writer.Int32(2, expanded);
        writer.Int32(3, stored);
        writer.Int32(4, unchecked((int)crc));
        return writer;
    }

    private static void SchemaElement(ThriftCompactWriter writer, ParquetColumn column)
    {
        writer.BeginElement();
        writer.Int32(1, (int)column.Type);
        if (column.Type == PhysicalType.FixedLengthByteArray) writer.Int32(2, column.TypeLength);
        writer.Int32(3, column.Nullability == Nullability.Optional ? 1 : 0);
        writer.String(4, column.Name);
        if (LogicalAnnotation.ConvertedType(column) is { } converted) writer.Int32(6, converted);
        if (column.Kind == LogicalKind.Decimal)
        {
            writer.Int32(7, column.Scale);
            writer.Int32(8, column.Precision);
        }

        if (column.Kind != LogicalKind.None && column.Type != PhysicalType.Int96)
        {
            writer.BeginStruct(10);
            LogicalType(writer, column);
            writer.EndStruct();
        }

        writer.EndStruct();
    }

    private static void LogicalType(ThriftCompactWriter writer, ParquetColumn column)
    {
        switch (column.Kind)
        {
            case LogicalKind.String: Empty(writer, 1); break;
            case LogicalKind.Date: Empty(writer, 6); break;
            case LogicalKind.Uuid: Empty(writer, 14); break;
            case LogicalKind.Float16: Empty(writer, 15); break;
            case LogicalKind.Decimal:
                writer.BeginStruct(5);
                writer.Int32(1, column.Scale);
                writer.Int32(2, column.Precision);
                writer.EndStruct();
                break;
            case LogicalKind.Time or LogicalKind.Timestamp:
                writer.BeginStruct(column.Kind == LogicalKind.Time ? 7 : 8);
                writer.Boolean(1, column.IsAdjustedToUtc);
                writer.BeginStruct(2);
                Empty(writer, (int)column.TimeUnit + 1);
                writer.EndStruct();
                writer.EndStruct();
                break;
            default:
                writer.BeginStruct(10);
                writer.Int8(1, (sbyte)column.BitWidth);
                writer.Boolean(2, column.Kind == LogicalKind.SignedInteger);
                writer.EndStruct();
                break;
        }
    }

    private static void RowGroup(ThriftCompactWriter writer, RowGroupMetadata group)
    {
        writer.BeginElement();
        writer.BeginList(1, ThriftType.Struct, group.Columns.Count);
        foreach (ColumnChunkMetadata chunk in group.Columns) ColumnChunk(writer, chunk);
        writer.Int64(2, group.TotalByteSize);
        writer.Int64(3, group.RowCount);
        writer.EndStruct();
    }

    private static void ColumnChunk(ThriftCompactWriter writer, ColumnChunkMetadata chunk)
    {
        writer.BeginElement();
        writer.Int64(2, chunk.Start);
        writer.BeginStruct(3);
        writer.Int32(1, (int)chunk.Type);
        writer.BeginList(2, ThriftType.Int32, chunk.Encodings.Count);
        foreach (int encoding in chunk.Encodings) writer.ListInt32(encoding);
        writer.BeginList(3, ThriftType.Binary, chunk.Path.Count);
        foreach (string part in chunk.Path) writer.ListString(part);
        writer.Int32(4, chunk.Codec);
        writer.Int64(5, chunk.ValueCount);
        writer.Int64(6, chunk.UncompressedSize);
        writer.Int64(7, chunk.CompressedSize);
        writer.Int64(9, chunk.DataPageOffset);
        if (chunk.DictionaryPageOffset is { } dictionary) writer.Int64(11, dictionary);
        if (chunk.Statistics is { } statistics)
        {
            writer.BeginStruct(12);
            if (statistics.NullCount is { } nulls) writer.Int64(3, nulls);
            if (statistics.Max is { } max) writer.Bytes(5, max);
            if (statistics.Min is { } min) writer.Bytes(6, min);
            writer.EndStruct();
        }

        writer.EndStruct();
        writer.EndStruct();
    }

    private static void Empty(ThriftCompactWriter writer, int id)
    {
        writer.BeginStruct(id);
        writer.EndStruct();
    }
}
