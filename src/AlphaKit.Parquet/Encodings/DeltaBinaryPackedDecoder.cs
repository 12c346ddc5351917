using System.Buffers.Binary;

namespace AlphaKit.Parquet;

/// <summary>Decodes DELTA_BINARY_PACKED: a first value, then blocks of deltas packed per miniblock above the block's least delta.</summary>
internal static class DeltaBinaryPackedDecoder
{
    /// <summary>Number of values declared by the stream, without decoding it.</summary>
    public static long Count(ReadOnlySpan<byte> source)
    {
        int position = 0;
        VarInt.Read(source, ref position);
        VarInt.Read(source, ref position);
        return (long)Math.Min(VarInt.Read(source, ref position), long.MaxValue);
    }

    /// <summary>Decodes exactly <paramref name="destination"/>.Length values.</summary>
    /// <returns>Bytes consumed, all miniblocks included.</returns>
    /// <exception cref="InvalidDataException">The stream is malformed or holds another number of values.</exception>
    public static int Decode(ReadOnlySpan<byte> source, Span<long> destination)
    {
        int position = 0;
        ulong blockSize = VarInt.Read(source, ref position), miniblocks = VarInt.Read(source, ref position), count = VarInt.Read(source, ref position);
        long value = VarInt.ReadZigZag(source, ref position);
        if (blockSize is 0 or > 1 << 20 || blockSize % 128 != 0 || miniblocks is 0 or > 4096 || blockSize % miniblocks != 0 || blockSize / miniblocks % 32 != 0)
            throw new InvalidDataException($"Delta block of {blockSize} values in {miniblocks} miniblocks is impossible.");
        if (count != (ulong)destination.Length) throw new InvalidDataException($"Delta stream holds {count} values, {destination.Length} were declared.");
        if (destination.IsEmpty) return position;
        int perMiniblock = (int)(blockSize / miniblocks), written = 1;
        destination[0] = value;
        while (written < destination.Length)
        {
            long least = VarInt.ReadZigZag(source, ref position);
            if ((ulong)(source.Length - position) < miniblocks) throw CutOff(position);
            ReadOnlySpan<byte> widths = source.Slice(position, (int)miniblocks);
            position += (int)miniblocks;
            for (int m = 0; m < widths.Length && written < destination.Length; m++)
            {
                int width = widths[m];
                if (width > 64) throw new InvalidDataException($"Delta bit width {width} at byte {position} is impossible.");
                int here = Math.Min(perMiniblock, destination.Length - written), bytes = perMiniblock / 8 * width;
                int needed = (int)(((long)here * width + 7) / 8);
                if (needed > source.Length - position) throw CutOff(position);
                ReadOnlySpan<byte> packed = source.Slice(position, Math.Min(bytes, source.Length - position));
                for (int i = 0; i < here; i++)
                {
                    value = unchecked(value + least + (long)BitsAt(packed, (long)i * width, width));
                    destination[written++] = value;
                }

                position += packed.Length;
            }
        }

        return position;
    }

    private static ulong BitsAt(ReadOnlySpan<byte> packed, long bit, int width)
    {
        if (width == 0) return 0;
        int index = (int)(bit >> 3), shift = (int)(bit & 7);
        ulong word = Word(packed, index) >> shift;
        if (shift + width > 64) word |= (ulong)packed[index + 8] << (64 - shift);
        return width == 64 ? word : word & ((1UL << width) - 1);
    }

    private static ulong Word(ReadOnlySpan<byte> packed, int index)
    {
        if (index + 8 <= packed.Length) return BinaryPrimitives.ReadUInt64LittleEndian(packed[index..]);
        ulong word = 0;
        for (int b = packed.Length - 1; b >= index; b--) word = (word << 8) | packed[b];
        return word;
    }

    private static InvalidDataException CutOff(int position) => new($"Delta stream is cut off at byte {position}.");
}
