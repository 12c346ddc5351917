using System.Buffers;
using System.Buffers.Binary;

namespace AlphaKit.Parquet;

/// <summary>Decodes definition levels of flat columns to "present or missing".</summary>
internal static class LevelDecoder
{
    /// <summary>Takes the levels from the front of a V1 page body.</summary>
    /// <param name="body">In: levels and values; out: values.</param>
    /// <param name="encoding">RLE with a length before it, or the older BIT_PACKED without.</param>
    /// <param name="maxLevel">Level at which a value is present.</param>
    /// <param name="count">Number of levels.</param>
    public static ReadOnlySpan<byte> Take(scoped ref ReadOnlySpan<byte> body, ValueEncoding encoding, int maxLevel, int count)
    {
        long length;
        int prefix = 0;
        if (encoding == ValueEncoding.Rle)
        {
            if (body.Length < 4) throw new InvalidDataException("Definition levels are cut off.");
            length = BinaryPrimitives.ReadUInt32LittleEndian(body);
            prefix = 4;
        }
        else if (encoding == ValueEncoding.BitPacked)
        {
            length = (((long)count * BitWidth(maxLevel)) + 7) / 8;
        }
        else
        {
            throw new InvalidDataException($"Definition levels are encoded as {encoding}; RLE and bit-packing are possible.");
        }

        if (length > body.Length - prefix) throw new InvalidDataException($"Definition levels declare {length} bytes, the page has {body.Length - prefix}.");
        ReadOnlySpan<byte> levels = body.Slice(prefix, (int)length);
        body = body[(prefix + (int)length)..];
        return levels;
    }

    /// <summary>True where the levels are one run that says "all present", which most pages are.</summary>
    public static bool AllPresent(ReadOnlySpan<byte> levels, int maxLevel, int count)
    {
        int position = 0;
        if (levels.IsEmpty) return false;
        ulong header = VarInt.Read(levels, ref position);
        return (header & 1) == 0 && header >> 1 >= (ulong)count && position < levels.Length && levels[position] == maxLevel && maxLevel < 256;
    }

    /// <summary>Decodes one flag per row.</summary>
    /// <returns>Number of rows that are present.</returns>
    public static int Decode(ReadOnlySpan<byte> levels, ValueEncoding encoding, int maxLevel, Span<bool> present)
    {
        int[] scratch = ArrayPool<int>.Shared.Rent(present.Length);
        try
        {
            Span<int> decoded = scratch.AsSpan(0, present.Length);
            if (encoding == ValueEncoding.BitPacked) UnpackFromHighest(levels, BitWidth(maxLevel), decoded);
            else RleHybridDecoder.Decode(levels, BitWidth(maxLevel), decoded);
            int count = 0;
            for (int i = 0; i < decoded.Length; i++)
            {
                int level = decoded[i];
                if ((uint)level > (uint)maxLevel) throw new InvalidDataException($"Definition level {level} exceeds {maxLevel}.");
                bool here = level == maxLevel;
                present[i] = here;
                count += here ? 1 : 0;
            }

            return count;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(scratch);
        }
    }

    private static int BitWidth(int maxLevel) => 32 - int.LeadingZeroCount(maxLevel);

    /// <summary>The deprecated packing: values from the highest bit of each byte on.</summary>
    private static void UnpackFromHighest(ReadOnlySpan<byte> source, int bitWidth, Span<int> destination)
    {
        long bit = 0;
        for (int i = 0; i < destination.Length; i++)
        {
            int value = 0;
            for (int b = 0; b < bitWidth; b++, bit++) value = (value << 1) | ((source[(int)(bit >> 3)] >> (7 - (int)(bit & 7))) & 1);
            destination[i] = value;
        }
    }
}
