using System.Buffers.Binary;

namespace AlphaKit.Parquet;

/// <summary>
/// Reads a Zstandard bit stream, which is written forwards and read backwards: the last byte holds the end marker, its highest set bit, and
/// bits before the start of the data read as zero.
/// </summary>
internal ref struct ReverseBitReader
{
    private readonly ReadOnlySpan<byte> _data;
    private int _position; // bits not yet read; negative once the reader has run past the start

    public ReverseBitReader(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty || data[^1] == 0) throw new InvalidDataException("A Zstandard bit stream has no end marker.");
        _data = data;
        int marker = 31 - int.LeadingZeroCount(data[^1]);
        _position = ((data.Length - 1) * 8) + marker;
    }

    /// <summary>Bits not yet read; negative after reading past the start.</summary>
    public readonly int Remaining => _position;

    /// <summary>The next <paramref name="count"/> bits (at most 31), most significant first; not consumed.</summary>
    public readonly int Peek(int count)
    {
        if (count == 0) return 0;
        int start = _position - count;
        ulong window = WindowAt(Math.Max(start, 0));
        int available = start < 0 ? count + start : count;
        if (available <= 0) return 0;
        ulong bits = window & ((1UL << available) - 1);
        return (int)(start < 0 ? bits << -start : bits);
    }

    public void Skip(int count) => _position -= count;

    public int Read(int count)
    {
        int value = Peek(count);
        _position -= count;
        return value;
    }

    private readonly ulong WindowAt(int bit)
    {
        int index = bit >> 3;
        ulong word;
        if (index + 8 <= _data.Length)
        {
            word = BinaryPrimitives.ReadUInt64LittleEndian(_data[index..]);
        }
        else
        {
            word = 0;
            for (int i = _data.Length - 1; i >= index; i--) word = (word << 8) | _data[i];
        }

        return word >> (bit & 7);
    }
}
