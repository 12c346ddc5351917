namespace AlphaKit.Parquet;

/// <summary>Reads the footer from Thrift.</summary>
internal static class MetadataReader
{
    public static FileMetadata Read(ReadOnlySpan<byte> footer)
    {
        ThriftCompactReader reader = new(footer);
        FileMetadata file = new();
        int id = 0;
        while (reader.NextField(ref id, out ThriftType type))
        {
            switch (id)
            {
                case 1: file.Version = reader.Int32(type); break;
                case 2:
                    for (int n = reader.List(type, out ThriftType element); n > 0; n--) file.Schema.Add(ReadSchemaElement(ref reader, element));
                    break;
                case 3: file.RowCount = reader.Int64(type); break;
                case 4:
                    for (int n = reader.List(type, out ThriftType element); n > 0; n--) file.RowGroups.Add(ReadRowGroup(ref reader, element));
                    break;
                case 5:
                    for (int n = reader.List(type, out ThriftType element); n > 0; n--) file.KeyValues.Add(ReadKeyValue(ref reader, element));
                    break;
                case 6: file.CreatedBy = reader.String(type); break;
                default: reader.Skip(type); break;
            }
        }

        return file;
    }

    private static SchemaElement ReadSchemaElement(ref ThriftCompactReader reader, ThriftType type)
    {
        SchemaElement element = new();
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            switch (id)
            {
                case 1:
                    int physical = reader.Int32(field);
                    if (physical is < 0 or > 7) throw new InvalidDataException($"Physical type {physical} is unknown.");
                    element.Type = (PhysicalType)physical;
                    break;
                case 2: element.TypeLength = reader.Int32(field); break;
                case 3: element.Repetition = reader.Int32(field); break;
                case 4: element.Name = reader.String(field); break;
                case 5: element.Children = reader.Int32(field); break;
                case 6: element.ConvertedType = reader.Int32(field); break;
                case 7: element.Scale = reader.Int32(field); break;
                case 8: element.Precision = reader.Int32(field); break;
                case 10: ReadLogicalType(ref reader, field, element); break;
                default: reader.Skip(field); break;
            }
        }

        reader.LeaveStruct();
        return element;
    }

    /// <summary>A union: the field that is set names the type.</summary>
    private static void ReadLogicalType(ref ThriftCompactReader reader, ThriftType type, SchemaElement element)
    {
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            element.LogicalKind = id switch
            {
                1 or 4 or 12 => LogicalKind.String,
                5 => LogicalKind.Decimal,
                6 => LogicalKind.Date,
                7 => LogicalKind.Time,
                8 => LogicalKind.Timestamp,
                10 => LogicalKind.SignedInteger,
                14 => LogicalKind.Uuid,
                15 => LogicalKind.Float16,
                _ => LogicalKind.None,
            };
            switch (id)
            {
                case 5: ReadDecimal(ref reader, field, element); break;
                case 7 or 8: ReadTime(ref reader, field, element); break;
                case 10: ReadInteger(ref reader, field, element); break;
                default: reader.Skip(field); break;
            }
        }

        reader.LeaveStruct();
    }

    private static void ReadDecimal(ref ThriftCompactReader reader, ThriftType type, SchemaElement element)
    {
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            if (id == 1) element.Scale = reader.Int32(field);
            else if (id == 2) element.Precision = reader.Int32(field);
            else reader.Skip(field);
        }

        reader.LeaveStruct();
    }

    private static void ReadTime(ref ThriftCompactReader reader, ThriftType type, SchemaElement element)
    {
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            if (id == 1)
            {
                element.IsAdjustedToUtc = reader.Boolean(field);
            }
            else if (id == 2)
            {
                reader.EnterStruct(field);
                int unit = 0;
                while (reader.NextField(ref unit, out ThriftType inner))
                {
                    if (unit is >= 1 and <= 3) element.TimeUnit = (TimeUnit)(unit - 1);
                    reader.Skip(inner);
                }

                reader.LeaveStruct();
            }
            else
            {
                reader.Skip(field);
            }
        }

        reader.LeaveStruct();
    }

    private static void ReadInteger(ref ThriftCompactReader reader, ThriftType type, SchemaElement element)
    {
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            if (id == 1) element.LogicalBitWidth = reader.Int32(field);
            else if (id == 2) element.LogicalKind = reader.Boolean(field) ? LogicalKind.SignedInteger : LogicalKind.UnsignedInteger;
            else reader.Skip(field);
        }

        reader.LeaveStruct();
    }

    private static RowGroupMetadata ReadRowGroup(ref ThriftCompactReader reader, ThriftType type)
    {
        RowGroupMetadata group = new();
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            switch (id)
            {
                case 1:
                    for (int n = reader.List(field, out ThriftType element); n > 0; n--) group.Columns.Add(ReadColumnChunk(ref reader, element));
                    break;
                case 2: group.TotalByteSize = reader.Int64(field); break;
                case 3: group.RowCount = reader.Int64(field); break;
                default: reader.Skip(field); break;
            }
        }

        reader.LeaveStruct();
        return group;
    }

    private static ColumnChunkMetadata ReadColumnChunk(ref ThriftCompactReader reader, ThriftType type)
    {
        ColumnChunkMetadata chunk = new();
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            switch (id)
            {
                case 1: chunk.FilePath = reader.String(field); break;
                case 3: ReadColumnMetadata(ref reader, field, chunk); break;
                default: reader.Skip(field); break;
            }
        }

        reader.LeaveStruct();
        return chunk;
    }

    private static void ReadColumnMetadata(ref ThriftCompactReader reader, ThriftType type, ColumnChunkMetadata chunk)
    {
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            switch (id)
            {
                case 1: chunk.Type = (PhysicalType)reader.Int32(field); break;
                case 2:
                    for (int n = reader.List(field, out ThriftType element); n > 0; n--) chunk.Encodings.Add(reader.Int32(element));
                    break;
                case 3:
                    for (int n = reader.List(field, out ThriftType element); n > 0; n--) chunk.Path.Add(reader.String(element));
                    break;
                case 4: chunk.Codec = reader.Int32(field); break;
                case 5: chunk.ValueCount = reader.Int64(field); break;
                case 6: chunk.UncompressedSize = reader.Int64(field); break;
                case 7: chunk.CompressedSize = reader.Int64(field); break;
                case 9: chunk.DataPageOffset = reader.Int64(field); break;
                case 11: chunk.DictionaryPageOffset = reader.Int64(field); break;
                case 12: chunk.Statistics = ReadStatistics(ref reader, field); break;
                default: reader.Skip(field); break;
            }
        }

        reader.LeaveStruct();
    }

    public static ColumnStatistics ReadStatistics(ref ThriftCompactReader reader, ThriftType type)
    {
        byte[]? oldMin = null, oldMax = null, min = null, max = null;
        ColumnStatistics statistics = new();
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            switch (id)
            {
                case 1: oldMax = reader.Bytes(field).ToArray(); break;
                case 2: oldMin = reader.Bytes(field).ToArray(); break;
                case 3: statistics.NullCount = reader.Int64(field); break;
                case 5: max = reader.Bytes(field).ToArray(); break;
                case 6: min = reader.Bytes(field).ToArray(); break;
                default: reader.Skip(field); break;
            }
        }

        reader.LeaveStruct();
        statistics.OrderAware = min is not null || max is not null;
        statistics.Min = min ?? oldMin;
        statistics.Max = max ?? oldMax;
        return statistics;
    }

    private static KeyValuePair<string, string?> ReadKeyValue(ref ThriftCompactReader reader, ThriftType type)
    {
        string key = "";
        string? value = null;
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            if (id == 1) key = reader.String(field);
            else if (id == 2) value = reader.String(field);
            else reader.Skip(field);
        }

        reader.LeaveStruct();
        return new(key, value);
    }
}
