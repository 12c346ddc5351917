using System.Buffers;

namespace AlphaKit.Parquet;

/// <summary>DELTA_LENGTH_BYTE_ARRAY (lengths, then bytes) and DELTA_BYTE_ARRAY (shared prefixes, then suffixes).</summary>
internal static class DeltaByteArrayDecoder
{
    // A value may repeat the whole one before for a fraction of a bit; this bounds what a small page can blow up to.
    private const long FreeBytes = 64 << 20;
    private const long BytesPerPageByte = 256;

    /// <summary>Appends <paramref name="count"/> values.</summary>
    public static void DecodeLengths(ReadOnlySpan<byte> source, int count, int fixedLength, ByteTable table)
    {
        long[] lengths = ArrayPool<long>.Shared.Rent(count);
        try
        {
            int position = ReadLengths(source, lengths.AsSpan(0, count), out long total);
            table.Reserve(count, total);
            for (int i = 0; i < count; i++)
            {
                int length = (int)lengths[i];
                CheckFixed(length, fixedLength);
                table.Add(source.Slice(position, length));
                position += length;
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(lengths);
        }
    }

    /// <summary>Appends <paramref name="count"/> values, each beginning like the one before.</summary>
    public static void DecodePrefixes(ReadOnlySpan<byte> source, int count, int fixedLength, ByteTable table)
    {
        long[] prefixes = ArrayPool<long>.Shared.Rent(count), suffixes = ArrayPool<long>.Shared.Rent(count);
        try
        {
            int start = DeltaBinaryPackedDecoder.Decode(source, prefixes.AsSpan(0, count));
            ReadOnlySpan<byte> rest = source[start..];
            int position = ReadLengths(rest, suffixes.AsSpan(0, count), out _);
            long total = 0, previous = 0;
            for (int i = 0; i < count; i++)
            {
                if (prefixes[i] < 0 || prefixes[i] > previous) throw new InvalidDataException($"Value {i} shares {prefixes[i]} bytes with one of {previous}.");
                previous = prefixes[i] + suffixes[i];
                total += previous;
                CheckFixed(previous, fixedLength);
                if (total > FreeBytes + (BytesPerPageByte * source.Length)) throw new InvalidDataException($"A page of {source.Length} bytes expands to more than {total} bytes of values.");
            }

            table.Reserve(count, total);
            for (int i = 0; i < count; i++)
            {
                table.AddSharing((int)prefixes[i], rest.Slice(position, (int)suffixes[i]));
                position += (int)suffixes[i];
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(prefixes);
            ArrayPool<long>.Shared.Return(suffixes);
        }
    }

    /// <summary>Reads lengths whose bytes follow; together they fit the rest of the page.</summary>
    private static int ReadLengths(ReadOnlySpan<byte> source, Span<long> lengths, out long total)
    {
        int position = DeltaBinaryPackedDecoder.Decode(source, lengths);
        total = 0;
        foreach (long length in lengths)
        {
            if (length < 0 || length > source.Length - position - total) throw new InvalidDataException($"A value of {length} bytes does not fit the {source.Length - position - total} bytes left in its page.");
            total += length;
        }

        return position;
    }

    private static void CheckFixed(long length, int fixedLength)
    {
        if (fixedLength > 0 && length != fixedLength) throw new InvalidDataException($"A value has {length} bytes, the column {fixedLength}.");
    }
}
