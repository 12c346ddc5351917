namespace AlphaKit.Parquet;

/// <summary>Reads a page header from Thrift and checks that its numbers are possible.</summary>
internal static class PageHeaderReader
{
    /// <summary>Reads the header at the start of <paramref name="source"/>.</summary>
    /// <param name="source">The rest of the chunk.</param>
    /// <param name="length">Length of the header.</param>
    public static PageHeader Read(ReadOnlySpan<byte> source, out int length)
    {
        ThriftCompactReader reader = new(source);
        PageHeader header = new() { IsCompressed = true, DefinitionLevelEncoding = ValueEncoding.Rle };
        int id = 0, type = -1;
        bool described = false;
        while (reader.NextField(ref id, out ThriftType field))
        {
            switch (id)
            {
                case 1: type = reader.Int32(field); break;
                case 2: header.ExpandedSize = reader.Int32(field); break;
                case 3: header.StoredSize = reader.Int32(field); break;
                case 4: header.Crc = unchecked((uint)reader.Int32(field)); break;
                case 5: ReadData(ref reader, field, ref header); described |= type == (int)PageType.Data; break;
                case 7: ReadDictionary(ref reader, field, ref header); described |= type == (int)PageType.Dictionary; break;
                case 8: ReadDataV2(ref reader, field, ref header); described |= type == (int)PageType.DataV2; break;
                default: reader.Skip(field); break;
            }
        }

        length = reader.Position;
        if (type is < 0 or > 3) throw new InvalidDataException($"Page type {type} is unknown.");
        header.Type = (PageType)type;
        if (!described && header.Type != PageType.Index) throw new InvalidDataException($"A {header.Type} page lacks its own header.");
        if (header.ExpandedSize < 0 || header.StoredSize < 0) throw new InvalidDataException($"A page declares {header.StoredSize} bytes that expand to {header.ExpandedSize}.");
        if (header.StoredSize > source.Length - length) throw new InvalidDataException($"A page declares {header.StoredSize} bytes, {source.Length - length} are left in its chunk.");
        if (header.ValueCount < 0) throw new InvalidDataException($"A page declares {header.ValueCount} values.");
        if (header.Type == PageType.DataV2)
        {
            long levels = (long)header.DefinitionLevelBytes + header.RepetitionLevelBytes;
            if (header.DefinitionLevelBytes < 0 || header.RepetitionLevelBytes < 0 || levels > header.StoredSize || levels > header.ExpandedSize)
                throw new InvalidDataException($"A page of {header.StoredSize} bytes declares {header.RepetitionLevelBytes} + {header.DefinitionLevelBytes} bytes of levels.");
            if (header.NullCount < 0 || header.NullCount > header.ValueCount)
                throw new InvalidDataException($"A page of {header.ValueCount} values declares {header.NullCount} missing ones.");
        }

        return header;
    }

    private static void ReadData(ref ThriftCompactReader reader, ThriftType type, ref PageHeader header)
    {
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            switch (id)
            {
                case 1: header.ValueCount = reader.Int32(field); break;
                case 2: header.Encoding = (ValueEncoding)reader.Int32(field); break;
                case 3: header.DefinitionLevelEncoding = (ValueEncoding)reader.Int32(field); break;
                default: reader.Skip(field); break;
            }
        }

        reader.LeaveStruct();
    }

    private static void ReadDictionary(ref ThriftCompactReader reader, ThriftType type, ref PageHeader header)
    {
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            switch (id)
            {
                case 1: header.ValueCount = reader.Int32(field); break;
                case 2: header.Encoding = (ValueEncoding)reader.Int32(field); break;
                default: reader.Skip(field); break;
            }
        }

        reader.LeaveStruct();
    }

    private static void ReadDataV2(ref ThriftCompactReader reader, ThriftType type, ref PageHeader header)
    {
        reader.EnterStruct(type);
        int id = 0;
        while (reader.NextField(ref id, out ThriftType field))
        {
            switch (id)
            {
                case 1: header.ValueCount = reader.Int32(field); break;
                case 2: header.NullCount = reader.Int32(field); break;
                case 4: header.Encoding = (ValueEncoding)reader.Int32(field); break;
                case 5: header.DefinitionLevelBytes = reader.Int32(field); break;
                case 6: header.RepetitionLevelBytes = reader.Int32(field); break;
                case 7: header.IsCompressed = reader.Boolean(field); break;
                default: reader.Skip(field); break;
            }
        }

        reader.LeaveStruct();
    }
}
