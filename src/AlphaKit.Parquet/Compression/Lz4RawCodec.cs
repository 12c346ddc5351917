using System.Buffers.Binary;

namespace AlphaKit.Parquet;

/// <summary>The LZ4 block format (lz4/lz4, lz4_Block_format.md), without frame: Parquet's LZ4_RAW.</summary>
internal static class Lz4RawCodec
{
    /// <summary>Expands a block.</summary>
    /// <param name="source">The block.</param>
    /// <param name="destination">Exactly as long as the expanded data must be.</param>
    /// <exception cref="InvalidDataException">The block is malformed or expands to another length.</exception>
    public static void Decompress(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int position = 0, written = 0;
        while (position < source.Length)
        {
            int token = source[position++];
            int literal = Extend(source, ref position, token >> 4, destination.Length);
            if (literal > source.Length - position || literal > destination.Length - written) throw Overflow(position);
            source.Slice(position, literal).CopyTo(destination[written..]);
            position += literal;
            written += literal;
            if (position == source.Length) break; // the last sequence has literals only
            if (position + 2 > source.Length) throw Overflow(position);
            int offset = BinaryPrimitives.ReadUInt16LittleEndian(source[position..]);
            position += 2;
            int copy = Extend(source, ref position, token & 15, destination.Length) + 4;
            if (offset == 0 || offset > written) throw new InvalidDataException($"LZ4 back reference of {offset} bytes at {position} points before the block.");
            if (copy > destination.Length - written) throw Overflow(position);
            BackReference.Copy(destination, written, offset, copy);
            written += copy;
        }

        if (written != destination.Length) throw new InvalidDataException($"LZ4 block expands to {written} bytes, {destination.Length} were declared.");
    }

    private static int Extend(ReadOnlySpan<byte> source, ref int position, int length, int limit)
    {
        if (length < 15) return length;
        byte next;
        do
        {
            if (position >= source.Length) throw Overflow(position);
            next = source[position++];
            length += next;
            if (length > limit) throw Overflow(position);
        }
        while (next == 255);
        return length;
    }

    private static InvalidDataException Overflow(int position) => new($"LZ4 block ends or overflows at byte {position}.");
}
