namespace AlphaKit.Parquet.Tests.Support;

/// <summary>Tables of every writable type, filled repeatably.</summary>
internal static class Tables
{
    public static ParquetColumn[] AllKinds(Nullability nullability) =>
    [
        ParquetColumn.Boolean("flag", nullability),
        ParquetColumn.Int32("i32", nullability),
        ParquetColumn.Int64("i64", nullability),
        ParquetColumn.Float("f32", nullability),
        ParquetColumn.Double("f64", nullability),
        ParquetColumn.Text("text", nullability),
        ParquetColumn.Bytes("bytes", nullability),
        ParquetColumn.Date("date", nullability),
        ParquetColumn.Timestamp("ms", TimeUnit.Milliseconds, nullability) with { IsAdjustedToUtc = true },
        ParquetColumn.Timestamp("us", TimeUnit.Microseconds, nullability),
        ParquetColumn.Timestamp("ns", TimeUnit.Nanoseconds, nullability),
        new("time_ms", PhysicalType.Int32, LogicalKind.Time, nullability) { TimeUnit = TimeUnit.Milliseconds },
        new("time_us", PhysicalType.Int64, LogicalKind.Time, nullability) { TimeUnit = TimeUnit.Microseconds, IsAdjustedToUtc = true },
        ParquetColumn.Decimal("money", 15, 2, nullability),
        new("decimal9", PhysicalType.Int32, LogicalKind.Decimal, nullability) { Precision = 9, Scale = 4 },
        new("decimal_flba", PhysicalType.FixedLengthByteArray, LogicalKind.Decimal, nullability) { TypeLength = 6, Precision = 14, Scale = 3 },
        new("half", PhysicalType.FixedLengthByteArray, LogicalKind.Float16, nullability) { TypeLength = 2 },
        new("uuid", PhysicalType.FixedLengthByteArray, LogicalKind.Uuid, nullability) { TypeLength = 16 },
        new("u8", PhysicalType.Int32, LogicalKind.UnsignedInteger, nullability) { BitWidth = 8 },
        new("u32", PhysicalType.Int32, LogicalKind.UnsignedInteger, nullability) { BitWidth = 32 },
        new("u64", PhysicalType.Int64, LogicalKind.UnsignedInteger, nullability) { BitWidth = 64 },
        new("i16", PhysicalType.Int32, LogicalKind.SignedInteger, nullability) { BitWidth = 16 },
    ];

    /// <summary>Values for a column: of few or many kinds, missing with a given share in stretches.</summary>
    public static ParquetValues Fill(ParquetColumn column, int rows, int distinct, double missing, ulong seed)
    {
        ulong state = seed;
        bool[]? validity = column.Nullability == Nullability.Required || missing == 0 ? null : new bool[rows];
        bool gap = false;
        for (int i = 0; validity is not null && i < rows; i++)
        {
            if (Next() % 4 == 0) gap = Next() % 1000 < missing * 1000;
            validity[i] = missing < 1 && !gap;
        }

        ulong[] pool = [.. Enumerable.Range(0, Math.Max(1, distinct)).Select(_ => Next())];
        ulong[] raw = [.. Enumerable.Range(0, rows).Select(_ => pool[(int)(Next() % (ulong)pool.Length)])];
        return column.Type switch
        {
            PhysicalType.Boolean => ParquetValues.Of(column, [.. raw.Select(r => (r & 1) != 0)], validity),
            PhysicalType.Int32 when column.Kind == LogicalKind.Time => ParquetValues.Of(column, [.. raw.Select(r => (int)(r % 86_400_000))], validity),
            PhysicalType.Int64 when column.Kind == LogicalKind.Time => ParquetValues.Of(column, [.. raw.Select(r => (long)(r % 86_400_000_000))], validity),
            PhysicalType.Int32 when column.BitWidth is 8 or 16 => ParquetValues.Of(column, [.. raw.Select(r => (int)(r & 127))], validity),
            PhysicalType.Int32 when column.Kind == LogicalKind.Decimal => ParquetValues.Of(column, [.. raw.Select(r => (int)(r % 1_999_999_999) - 999_999_999)], validity),
            PhysicalType.Int64 when column.Kind is LogicalKind.Decimal => ParquetValues.Of(column, [.. raw.Select(r => (long)(r % 199_999_999_999_999) - 99_999_999_999_999)], validity),
            PhysicalType.Int32 => ParquetValues.Of(column, [.. raw.Select(r => unchecked((int)r) >> (int)(r >> 59))], validity),
            PhysicalType.Int64 => ParquetValues.Of(column, [.. raw.Select(r => unchecked((long)r) >> (int)(r >> 58))], validity),
            PhysicalType.Float => ParquetValues.Of(column, [.. raw.Select(r => BitConverter.UInt32BitsToSingle((uint)r))], validity),
            PhysicalType.Double => ParquetValues.Of(column, [.. raw.Select(r => r % 16 == 0 ? double.NaN : BitConverter.UInt64BitsToDouble(r))], validity),
            PhysicalType.ByteArray when column.Kind == LogicalKind.String => ParquetValues.Of(column, Holes(raw.Select(r => string.Concat(Enumerable.Repeat("股票A", (int)(r % 4))) + (r % 100_000)))),
            PhysicalType.ByteArray => ParquetValues.Of(column, Holes(raw.Select(r => BitConverter.GetBytes(r)[..(int)(r % 9)]))),
            _ => ParquetValues.Of(column, Holes(raw.Select(r => Fixed(r, column)))),
        };

        T?[] Holes<T>(IEnumerable<T> items)
            where T : class => [.. items.Select((item, i) => validity is not null && !validity[i] ? null : item)];

        // splitmix64
        ulong Next()
        {
            ulong z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>Whether two columns hold the same, bit for bit, row by row.</summary>
    public static bool Same(ParquetValues a, ParquetValues b)
    {
        if (a.Count != b.Count || a.NullCount != b.NullCount) return false;
        for (int row = 0; row < a.Count; row++)
        {
            if (a.IsNull(row) != b.IsNull(row)) return false;
            if (a.IsNull(row)) continue;
            bool same = a.Column.Type switch
            {
                PhysicalType.Boolean => a.Booleans[row] == b.Booleans[row],
                PhysicalType.Int32 => a.Int32s[row] == b.Int32s[row],
                PhysicalType.Int64 => a.Int64s[row] == b.Int64s[row],
                PhysicalType.Float => BitConverter.SingleToUInt32Bits(a.Floats[row]) == BitConverter.SingleToUInt32Bits(b.Floats[row]),
                PhysicalType.Double => BitConverter.DoubleToUInt64Bits(a.Doubles[row]) == BitConverter.DoubleToUInt64Bits(b.Doubles[row]),
                _ => a.BytesAt(row).SequenceEqual(b.BytesAt(row)),
            };
            if (!same) return false;
        }

        return true;
    }

    /// <summary>Writes a table into memory.</summary>
    public static async Task<byte[]> Write(IReadOnlyList<ParquetColumn> columns, IReadOnlyList<ParquetValues> values, ParquetWriteOptions? options = null)
    {
        using MemoryStream stream = new();
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(stream, columns, options);
        await writer.WriteAsync(values);
        await writer.FinishAsync();
        return stream.ToArray();
    }

    private static byte[] Fixed(ulong raw, ParquetColumn column)
    {
        byte[] bytes = new byte[column.TypeLength];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)(raw >> (8 * (i % 8)));
        if (column.Kind == LogicalKind.Decimal) bytes[0] = (byte)((bytes[0] & 0x80) != 0 ? 0xFF : 0); // stay within the digits
        return bytes;
    }
}
