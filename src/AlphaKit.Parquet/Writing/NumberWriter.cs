using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AlphaKit.Parquet;

/// <summary>Numbers of four or eight bytes.</summary>
internal sealed class NumberWriter<T> : ValueWriter
    where T : unmanaged, INumber<T>
{
    private readonly ParquetColumn _column;
    private readonly ReadOnlyMemory<T> _present;
    private readonly List<T> _entries = [];

    public NumberWriter(ParquetValues values)
    {
        _column = values.Column;
        _present = Compact(values, values.Rows<T>());
    }

    public override int PresentCount => _present.Length;

    public override long PlainBytes => (long)_present.Length * Unsafe.SizeOf<T>();

    public override ReadOnlyMemory<byte> PlainAsTheyAre => BitConverter.IsLittleEndian ? new BytesOf<T>(_present).Memory : default;

    public override int[]? BuildDictionary(int maxBytes, out int entries)
    {
        int most = maxBytes / Unsafe.SizeOf<T>();
        ReadOnlySpan<T> present = _present.Span;
        int[] codes = new int[present.Length];
        Slot[] slots = new Slot[1024]; // linear probing
        for (int i = 0; i < present.Length; i++)
        {
            ulong bits = Bits(present[i]);
            int slot = Place(bits, slots.Length);
            while (slots[slot].Entry != 0 && slots[slot].Bits != bits) slot = (slot + 1) & (slots.Length - 1);
            if (slots[slot].Entry == 0)
            {
                if (_entries.Count >= most || IsHopeless(i, _entries.Count))
                {
                    entries = 0;
                    return null;
                }

                _entries.Add(present[i]);
                slots[slot] = new Slot(bits, _entries.Count);
                codes[i] = _entries.Count - 1;
                if (_entries.Count * 2 > slots.Length) slots = Grow(slots.Length * 4);
                continue;
            }

            codes[i] = slots[slot].Entry - 1;
        }

        entries = _entries.Count;
        return entries > 0 && Pays((long)entries * Unsafe.SizeOf<T>(), entries) ? codes : null;
    }

    public override void WriteDictionary(IBufferWriter<byte> output) => output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_entries)));

    public override void WritePlain(int start, int count, IBufferWriter<byte> output) => output.Write(MemoryMarshal.AsBytes(_present.Span.Slice(start, count)));

    public override void WriteDelta(int start, int count, IBufferWriter<byte> output)
    {
        if (typeof(T) == typeof(long))
        {
            DeltaBinaryPackedEncoder.Encode(MemoryMarshal.Cast<T, long>(_present.Span.Slice(start, count)), 64, output);
            return;
        }

        long[] wide = new long[count];
        ReadOnlySpan<T> present = _present.Span.Slice(start, count);
        for (int i = 0; i < count; i++) wide[i] = long.CreateTruncating(present[i]);
        DeltaBinaryPackedEncoder.Encode(wide, 32, output);
    }

    public override (byte[] Min, byte[] Max)? Bounds()
    {
        if (_column.Kind != LogicalKind.UnsignedInteger) return Of(_present.Span);
        return typeof(T) == typeof(int) ? Of(MemoryMarshal.Cast<T, uint>(_present.Span)) : Of(MemoryMarshal.Cast<T, ulong>(_present.Span));
    }

    /// <summary>NaN is passed over; a zero may be either zero, so the lower bound becomes −0 and the upper +0, as the format asks.</summary>
    private static (byte[] Min, byte[] Max)? Of<TOrdered>(ReadOnlySpan<TOrdered> values)
        where TOrdered : unmanaged, INumber<TOrdered>
    {
        if (values.IsEmpty) return null;
        TOrdered min = values[0], max = values[0];
        ReadOnlySpan<Vector<TOrdered>> vectors = MemoryMarshal.Cast<TOrdered, Vector<TOrdered>>(values);
        if (!vectors.IsEmpty)
        {
            Vector<TOrdered> least = vectors[0], most = vectors[0];
            foreach (Vector<TOrdered> vector in vectors)
            {
                least = Vector.MinNumber(least, vector);
                most = Vector.MaxNumber(most, vector);
            }

            for (int lane = 0; lane < Vector<TOrdered>.Count; lane++)
            {
                min = TOrdered.MinNumber(min, least[lane]);
                max = TOrdered.MaxNumber(max, most[lane]);
            }
        }

        foreach (TOrdered value in values[(vectors.Length * Vector<TOrdered>.Count)..])
        {
            min = TOrdered.MinNumber(min, value);
            max = TOrdered.MaxNumber(max, value);
        }

        if (TOrdered.IsNaN(min)) return null; // nothing but NaN
        if (TOrdered.IsZero(min)) min = TOrdered.Zero * TOrdered.CreateTruncating(-1); // −0 for floating point, 0 for integers
        if (TOrdered.IsZero(max)) max = TOrdered.Zero;
        return (MemoryMarshal.AsBytes(new ReadOnlySpan<TOrdered>(in min)).ToArray(), MemoryMarshal.AsBytes(new ReadOnlySpan<TOrdered>(in max)).ToArray());
    }

    private static ulong Bits(T value) => Unsafe.SizeOf<T>() == 8 ? Unsafe.BitCast<T, ulong>(value) : Unsafe.BitCast<T, uint>(value);

    // The highest bits of the product, which depend on all bits of the value; the lowest of round doubles are all alike.
    private static int Place(ulong bits, int size) => (int)((bits * 0x9E3779B97F4A7C15) >> (64 - int.Log2(size)));

    private Slot[] Grow(int size)
    {
        Slot[] slots = new Slot[size];
        for (int entry = 0; entry < _entries.Count; entry++)
        {
            ulong bits = Bits(_entries[entry]);
            int slot = Place(bits, size);
            while (slots[slot].Entry != 0) slot = (slot + 1) & (size - 1);
            slots[slot] = new Slot(bits, entry + 1);
        }

        return slots;
    }

    /// <summary>A place of the hash table: a value and its place in the dictionary + 1; 0 for an empty one.</summary>
    private readonly record struct Slot(ulong Bits, int Entry);
}
