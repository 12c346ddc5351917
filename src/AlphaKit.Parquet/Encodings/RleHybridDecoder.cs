using System.Buffers.Binary;

namespace AlphaKit.Parquet;

/// <summary>
/// Decodes the RLE / bit-packed hybrid of levels and dictionary indices: runs of one value, or groups of eight packed values of a fixed
/// bit width, least significant bit first.
/// </summary>
internal static class RleHybridDecoder
{
    /// <summary>Decodes exactly <paramref name="destination"/>.Length values; the last packed group may be cut short by its writer.</summary>
    /// <param name="source">The runs, without length prefix.</param>
    /// <param name="bitWidth">0 to 32.</param>
    /// <param name="destination">The values.</param>
    /// <exception cref="InvalidDataException">The runs end too early or the width is impossible.</exception>
    public static void Decode(ReadOnlySpan<byte> source, int bitWidth, Span<int> destination)
    {
        if (bitWidth is < 0 or > 32) throw new InvalidDataException($"Bit width {bitWidth} is impossible.");
        if (bitWidth == 0)
        {
            destination.Clear();
            return;
        }

        int position = 0, written = 0, valueBytes = (bitWidth + 7) / 8;
        while (written < destination.Length)
        {
            ulong header = VarInt.Read(source, ref position);
            if (header > uint.MaxValue) throw new InvalidDataException($"Run header {header} at byte {position} is too large.");
            int left = destination.Length - written;
            if ((header & 1) == 0)
            {
                int count = (int)Math.Min(header >> 1, (ulong)left);
                if (position + valueBytes > source.Length) throw CutOff(position);
                uint value = 0;
                for (int i = 0; i < valueBytes; i++) value |= (uint)source[position + i] << (8 * i);
                position += valueBytes;
                if (count == 0) throw new InvalidDataException($"A run of length zero at byte {position}.");
                destination.Slice(written, count).Fill((int)value);
                written += count;
            }
            else
            {
                long values = (long)(header >> 1) * 8;
                if (values == 0) throw new InvalidDataException($"A packed run of length zero at byte {position}.");
                int count = (int)Math.Min(values, left);
                long needed = (((long)count * bitWidth) + 7) / 8;
                if (needed > source.Length - position) throw CutOff(position);
                Unpack(source[position..], bitWidth, destination.Slice(written, count));
                written += count;
                position = (int)Math.Min(source.Length, position + (values / 8 * bitWidth));
            }
        }
    }

    /// <summary>Unpacks values of a fixed width, least significant bit first.</summary>
    public static void Unpack(ReadOnlySpan<byte> source, int bitWidth, Span<int> destination)
    {
        ulong mask = bitWidth == 32 ? uint.MaxValue : (1UL << bitWidth) - 1;
        long bit = 0;
        int i = 0;
        for (; i < destination.Length; i++, bit += bitWidth)
        {
            int index = (int)(bit >> 3);
            if (index + 8 > source.Length) break;
            destination[i] = (int)((BinaryPrimitives.ReadUInt64LittleEndian(source[index..]) >> (int)(bit & 7)) & mask);
        }

        for (; i < destination.Length; i++, bit += bitWidth)
        {
            int index = (int)(bit >> 3);
            ulong word = 0;
            for (int b = Math.Min(source.Length - 1, index + 7); b >= index; b--) word = (word << 8) | source[b];
            destination[i] = (int)((word >> (int)(bit & 7)) & mask);
        }
    }

    private static InvalidDataException CutOff(int position) => new($"Runs are cut off at byte {position}.");
}
