using System.Buffers;

namespace AlphaKit.Parquet;

/// <summary>The present values of a chunk, ready to be written in any encoding.</summary>
internal abstract class ValueWriter
{
    // A dictionary that grows with nearly every value will not pay: it is given up once so many values have been seen.
    private const int Trial = 16_384;

    public abstract int PresentCount { get; }

    /// <summary>Bytes of all values in PLAIN.</summary>
    public abstract long PlainBytes { get; }

    /// <summary>Places of the present values in the dictionary; null where it would not be smaller.</summary>
    public abstract int[]? BuildDictionary(int maxBytes, out int entries);

    public abstract void WriteDictionary(IBufferWriter<byte> output);

    /// <summary>The values in PLAIN where they lie in memory as the format has them; empty otherwise.</summary>
    public virtual ReadOnlyMemory<byte> PlainAsTheyAre => default;

    public abstract void WritePlain(int start, int count, IBufferWriter<byte> output);

    /// <summary>DELTA_BINARY_PACKED; integers only.</summary>
    public virtual void WriteDelta(int start, int count, IBufferWriter<byte> output) => throw new InvalidOperationException("Only integers have differences.");

    /// <summary>Least and greatest value in the order of the column; null where there is none or no order.</summary>
    public abstract (byte[] Min, byte[] Max)? Bounds();

    public static ValueWriter For(ParquetValues values) => values.Column.Type switch
    {
        PhysicalType.Boolean => new BooleanWriter(values),
        PhysicalType.Int32 => new NumberWriter<int>(values),
        PhysicalType.Int64 => new NumberWriter<long>(values),
        PhysicalType.Float => new NumberWriter<float>(values),
        PhysicalType.Double => new NumberWriter<double>(values),
        _ => new BytesWriter(values),
    };

    protected static bool IsHopeless(int seen, int entries) => seen >= Trial && entries > seen / 4 * 3;

    /// <summary>Whether dictionary and indices together are smaller than the values.</summary>
    protected bool Pays(long dictionaryBytes, int entries) => dictionaryBytes + ((long)PresentCount * BitWidth(entries) / 8) < PlainBytes;

    /// <summary>Bits of an index; at least one, since some readers stumble over none.</summary>
    public static int BitWidth(int entries) => Math.Max(1, 32 - int.LeadingZeroCount(entries - 1));

    /// <summary>The present values one behind the other: the rows themselves where none is missing.</summary>
    protected static ReadOnlyMemory<T> Compact<T>(ParquetValues values, ReadOnlyMemory<T> rows)
    {
        if (values.NullCount == 0) return rows;
        T[] present = new T[values.Count - values.NullCount];
        ReadOnlySpan<bool> validity = values.Validity;
        ReadOnlySpan<T> all = rows.Span;
        int next = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (validity[i]) present[next++] = all[i];
        }

        return present;
    }
}

/// <summary>Booleans: packed bits, never a dictionary.</summary>
internal sealed class BooleanWriter(ParquetValues values) : ValueWriter
{
    private readonly ReadOnlyMemory<bool> _present = Compact(values, values.Rows<bool>());

    public override int PresentCount => _present.Length;

    public override long PlainBytes => (_present.Length + 7) / 8;

    public override int[]? BuildDictionary(int maxBytes, out int entries)
    {
        entries = 0;
        return null;
    }

    public override void WriteDictionary(IBufferWriter<byte> output) => throw new InvalidOperationException("Booleans have no dictionary.");

    public override void WritePlain(int start, int count, IBufferWriter<byte> output)
    {
        int bytes = (count + 7) / 8;
        Span<byte> span = output.GetSpan(bytes + 1)[..bytes];
        span.Clear();
        ReadOnlySpan<bool> present = _present.Span.Slice(start, count);
        for (int i = 0; i < count; i++) span[i >> 3] |= (byte)((present[i] ? 1 : 0) << (i & 7));
        output.Advance(bytes);
    }

    public override (byte[] Min, byte[] Max)? Bounds() =>
        _present.Length == 0 ? null : ([_present.Span.Contains(false) ? (byte)0 : (byte)1], [_present.Span.Contains(true) ? (byte)1 : (byte)0]);
}
