namespace AlphaKit.Parquet;

/// <summary>Unsigned LEB128 and zig-zag integers.</summary>
internal static class VarInt
{
    /// <exception cref="InvalidDataException">The number is cut off or longer than 64 bits.</exception>
    public static ulong Read(ReadOnlySpan<byte> source, ref int position)
    {
        ulong result = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if ((uint)position >= (uint)source.Length) throw new InvalidDataException($"A variable-length integer is cut off at byte {position}.");
            byte next = source[position++];
            result |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return result;
        }

        throw new InvalidDataException($"A variable-length integer is longer than 64 bits at byte {position}.");
    }

    public static long ReadZigZag(ReadOnlySpan<byte> source, ref int position)
    {
        ulong value = Read(source, ref position);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <returns>Bytes written.</returns>
    public static int Write(Span<byte> destination, ulong value)
    {
        int written = 0;
        while (value >= 0x80)
        {
            destination[written++] = (byte)(value | 0x80);
            value >>= 7;
        }

        destination[written++] = (byte)value;
        return written;
    }

    public static ulong ZigZag(long value) => (ulong)(value << 1) ^ (ulong)(value >> 63);
}
