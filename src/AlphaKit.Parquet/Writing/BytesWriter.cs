using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace AlphaKit.Parquet;

/// <summary>Byte strings, of any or of one length.</summary>
internal sealed class BytesWriter : ValueWriter
{
    private const int MaxBoundBytes = 256; // longer bounds are left out

    private readonly ParquetColumn _column;
    private readonly ByteTable _table;
    private readonly ReadOnlyMemory<int> _present;
    private readonly List<int> _entries = []; // of the table, one of each content, in order of appearance

    public BytesWriter(ParquetValues values)
    {
        _column = values.Column;
        _table = values.Table!;
        _present = Compact(values, values.Rows<int>());
        foreach (int code in _present.Span) PlainBytes += Stored(code);
    }

    public override int PresentCount => _present.Length;

    public override long PlainBytes { get; }

    public override int[]? BuildDictionary(int maxBytes, out int entries)
    {
        int[] places = new int[_table.Count]; // of a table entry in the dictionary, + 1
        ReadOnlySpan<int> present = _present.Span;
        int[] codes = new int[present.Length];
        int[] slots = new int[1024];
        long bytes = 0;
        for (int i = 0; i < present.Length; i++)
        {
            int code = present[i];
            if (places[code] == 0)
            {
                int slot = Find(_table[code], slots);
                if (slots[slot] == 0)
                {
                    bytes += Stored(code);
                    if (bytes > maxBytes || IsHopeless(i, _entries.Count))
                    {
                        entries = 0;
                        return null;
                    }

                    _entries.Add(code);
                    slots[slot] = _entries.Count;
                }

                places[code] = slots[slot];
                if (_entries.Count * 2 > slots.Length) slots = Grow(slots.Length * 4);
            }

            codes[i] = places[code] - 1;
        }

        entries = _entries.Count;
        return entries > 0 && Pays(bytes, entries) ? codes : null;
    }

    public override void WriteDictionary(IBufferWriter<byte> output)
    {
        foreach (int entry in _entries) Write(_table[entry], output);
    }

    public override void WritePlain(int start, int count, IBufferWriter<byte> output)
    {
        foreach (int code in _present.Span.Slice(start, count)) Write(_table[code], output);
    }

    public override (byte[] Min, byte[] Max)? Bounds()
    {
        if (_column.Type == PhysicalType.Int96) return null; // its order is undefined
        bool[] seen = new bool[_table.Count];
        int min = -1, max = -1;
        foreach (int code in _present.Span)
        {
            if (seen[code]) continue;
            seen[code] = true;
            if (_column.Kind == LogicalKind.Float16 && Half.IsNaN(BinaryPrimitives.ReadHalfLittleEndian(_table[code]))) continue;
            if (min < 0 || Compare(_table[code], _table[min]) < 0) min = code;
            if (max < 0 || Compare(_table[code], _table[max]) > 0) max = code;
        }

        if (min < 0 || _table[min].Length > MaxBoundBytes || _table[max].Length > MaxBoundBytes) return null;
        byte[] least = _table[min].ToArray(), most = _table[max].ToArray();
        if (_column.Kind == LogicalKind.Float16)
        {
            if (BinaryPrimitives.ReadHalfLittleEndian(least) == Half.Zero) least = [0, 0x80];
            if (BinaryPrimitives.ReadHalfLittleEndian(most) == Half.Zero) most = [0, 0];
        }

        return (least, most);
    }

    private int Compare(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => _column.Kind switch
    {
        LogicalKind.Decimal => new BigInteger(a, isUnsigned: false, isBigEndian: true).CompareTo(new BigInteger(b, isUnsigned: false, isBigEndian: true)),
        LogicalKind.Float16 => BinaryPrimitives.ReadHalfLittleEndian(a).CompareTo(BinaryPrimitives.ReadHalfLittleEndian(b)),
        _ => a.SequenceCompareTo(b),
    };

    private long Stored(int code) => _column.FixedLength > 0 ? _column.FixedLength : 4L + _table[code].Length;

    private void Write(ReadOnlySpan<byte> value, IBufferWriter<byte> output)
    {
        if (_column.FixedLength == 0)
        {
            BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(4), value.Length);
            output.Advance(4);
        }

        output.Write(value);
    }

    private int Find(ReadOnlySpan<byte> value, int[] slots)
    {
        int slot = (int)(Crc32.Of(value) & (uint)(slots.Length - 1));
        while (slots[slot] != 0 && !_table[_entries[slots[slot] - 1]].SequenceEqual(value)) slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }

    private int[] Grow(int size)
    {
        int[] slots = new int[size];
        for (int entry = 0; entry < _entries.Count; entry++) slots[Find(_table[_entries[entry]], slots)] = entry + 1;
        return slots;
    }
}
