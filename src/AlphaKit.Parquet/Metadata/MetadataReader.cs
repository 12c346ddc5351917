namespace AlphaKit.Parquet;

/// <summary>Reads the footer from Thrift.</summary>
internal static class MetadataReader
{
    // What an element of the footer costs in memory, at least; together they may not exceed what a footer of this size can honestly hold.
    private const long BytesPerElement = 400;
    private const long FreeBytes = 16 << 20;
    private const long BytesPerFooterByte = 32;

    public static FileMetadata Read(ReadOnlySpan<byte> footer)
    {
        ThriftCompactReader reader = new(footer);
        FileMetadata file = new();
        long budget = FreeBytes + (BytesPerFooterByte * footer.Length);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType type))
        {
            switch (id)
            {
                case 1: file.Version = reader.Int32(type); break;
                case 2:
                    for (int n = reader.List(type, out ThriftType element); n > 0; n--, Charge(ref budget)) file.Schema.Add(ReadSchemaElement(ref reader, element));
                    break;
                case 3: file.RowCount = reader.Int64(type); break;
                case 4:
                    for (int n = reader.List(type, out ThriftType element); n > 0; n--, Charge(ref budget)) file.RowGroups.Add(ReadRowGroup(ref reader, element, ref budget));
                    break;
                case 5:
                    for (int n = reader.List(type, out ThriftType element); n > 0; n--, Charge(ref budget)) file.KeyValues.Add(ReadKeyValue(ref reader, element));
                    break;
                case 6: file.CreatedBy = reader.String(type); break;
                case 7:
                    for (int n = reader.List(type, out ThriftType element); n > 0; n--) file.TypeDefinedOrders.Add(ReadColumnOrder(ref reader, element));
                    break;
                default: reader.Skip(type); break;
            }
        }

        return file;
    }

    private static void Charge(ref long budget)
    {
        budget -= BytesPerElement;
        if (budget < 0) throw new InvalidDataException("Malformed Parquet metadata: more elements than a footer of this size can hold.");
    }

    /// <summary>A union whose first member is the order that the type defines; later members are orders that this reader does not know.</summary>
    private static bool ReadColumnOrder(ref ThriftCompactReader reader, ThriftType type)
    {
        bool typeDefined = false;
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            typeDefined = id == 1;
            reader.Skip(field);
        }

        reader.LeaveStruct();
        return typeDefined;
    }

    private static PhysicalType ReadPhysicalType(ref ThriftCompactReader reader, ThriftType type)
    {
        int physical = reader.Int32(type);
        return physical is >= 0 and <= 7 ? (PhysicalType)physical : throw new InvalidDataException($"Malformed Parquet metadata: physical type {physical} is unknown.");
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
                case 1: element.Type = ReadPhysicalType(ref reader, field); break;
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

    private static RowGroupMetadata ReadRowGroup(ref ThriftCompactReader reader, ThriftType type, ref long budget)
    {
        RowGroupMetadata group = new();
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            switch (id)
            {
                case 1:
                    for (int n = reader.List(field, out ThriftType element); n > 0; n--, Charge(ref budget)) group.Columns.Add(ReadColumnChunk(ref reader, element));
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
        chunk.HasMetadata = true;
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            switch (id)
            {
                case 1: chunk.Type = ReadPhysicalType(ref reader, field); break;
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
                case 7 or 8: statistics.IsExact &= reader.Boolean(field); break;
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
