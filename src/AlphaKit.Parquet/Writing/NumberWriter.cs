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
    private readonly T[] _present;
    private readonly List<T> _entries = [];

    public NumberWriter(ParquetValues values, ReadOnlySpan<T> rows)
    {
        _column = values.Column;
        _present = Compact(values, rows);
    }

    public override int PresentCount => _present.Length;

    public override long PlainBytes => (long)_present.Length * Unsafe.SizeOf<T>();

    public override int[]? BuildDictionary(int maxBytes, out int entries)
    {
        int most = maxBytes / Unsafe.SizeOf<T>();
        int[] codes = new int[_present.Length];
        int[] slots = new int[1024]; // place of an entry + 1; linear probing
        for (int i = 0; i < _present.Length; i++)
        {
            ulong bits = Bits(_present[i]);
            int slot = Slot(bits, slots.Length);
            while (slots[slot] != 0 && Bits(_entries[slots[slot] - 1]) != bits) slot = (slot + 1) & (slots.Length - 1);
            if (slots[slot] == 0)
            {
                if (_entries.Count >= most || IsHopeless(i, _entries.Count))
                {
                    entries = 0;
                    return null;
                }

                _entries.Add(_present[i]);
                slots[slot] = _entries.Count;
                if (_entries.Count * 2 > slots.Length)
                {
                    codes[i] = _entries.Count - 1;
                    slots = Grow(slots.Length * 4);
                    continue;
                }
            }

            codes[i] = slots[slot] - 1;
        }

        entries = _entries.Count;
        return entries > 0 && Pays((long)entries * Unsafe.SizeOf<T>(), entries) ? codes : null;
    }

    public override void WriteDictionary(IBufferWriter<byte> output) => output.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_entries)));

    public override void WritePlain(int start, int count, IBufferWriter<byte> output) => output.Write(MemoryMarshal.AsBytes(_present.AsSpan(start, count)));

    public override void WriteDelta(int start, int count, IBufferWriter<byte> output)
    {
        if (typeof(T) == typeof(long))
        {
            DeltaBinaryPackedEncoder.Encode(MemoryMarshal.Cast<T, long>(_present.AsSpan(start, count)), 64, output);
            return;
        }

        long[] wide = new long[count];
        for (int i = 0; i < count; i++) wide[i] = long.CreateTruncating(_present[start + i]);
        DeltaBinaryPackedEncoder.Encode(wide, 32, output);
    }

    public override (byte[] Min, byte[] Max)? Bounds()
    {
        if (_column.Kind != LogicalKind.UnsignedInteger) return Of<T>(_present);
        return typeof(T) == typeof(int) ? Of(MemoryMarshal.Cast<T, uint>(_present)) : Of(MemoryMarshal.Cast<T, ulong>(_present));
    }

    /// <summary>NaN is passed over; a zero may be either zero, so the lower bound becomes −0 and the upper +0, as the format asks.</summary>
    private static (byte[] Min, byte[] Max)? Of<TOrdered>(ReadOnlySpan<TOrdered> values)
        where TOrdered : unmanaged, INumber<TOrdered>
    {
        TOrdered min = default, max = default;
        bool any = false;
        foreach (TOrdered value in values)
        {
            if (TOrdered.IsNaN(value)) continue;
            if (!any) (min, max, any) = (value, value, true);
            else if (value < min) min = value;
            else if (value > max) max = value;
        }

        if (!any) return null;
        if (TOrdered.IsZero(min)) min = TOrdered.Zero * TOrdered.CreateTruncating(-1); // −0 for floating point, 0 for integers
        if (TOrdered.IsZero(max)) max = TOrdered.Zero;
        return (MemoryMarshal.AsBytes(new ReadOnlySpan<TOrdered>(in min)).ToArray(), MemoryMarshal.AsBytes(new ReadOnlySpan<TOrdered>(in max)).ToArray());
    }

    private static ulong Bits(T value) => Unsafe.SizeOf<T>() == 8 ? Unsafe.BitCast<T, ulong>(value) : Unsafe.BitCast<T, uint>(value);

    // The highest bits of the product, which depend on all bits of the value; the lowest of round doubles are all alike.
    private static int Slot(ulong bits, int size) => (int)((bits * 0x9E3779B97F4A7C15) >> (64 - int.Log2(size)));

    private int[] Grow(int size)
    {
        int[] slots = new int[size];
        for (int entry = 0; entry < _entries.Count; entry++)
        {
            int slot = Slot(Bits(_entries[entry]), size);
            while (slots[slot] != 0) slot = (slot + 1) & (size - 1);
            slots[slot] = entry + 1;
        }

        return slots;
    }
}
