using System.Buffers;
using System.Buffers.Binary;

namespace AlphaKit.Parquet;

/// <summary>Writes the RLE / bit-packed hybrid: runs of eight or more equal values as such, the rest packed in groups of eight.</summary>
internal static class RleHybridEncoder
{
    public static void Encode(ReadOnlySpan<int> values, int bitWidth, IBufferWriter<byte> output)
    {
        int start = 0, i = 0;
        while (i < values.Length)
        {
            int end = i + 1;
            while (end < values.Length && values[end] == values[i]) end++;

            // A packed stretch must hold whole groups of eight unless it is the last; take what is missing from the run.
            int borrowed = (8 - ((i - start) & 7)) & 7;
            if (end - i - borrowed >= 8)
            {
                int packedEnd = i + borrowed;
                if (packedEnd > start) Pack(values[start..packedEnd], bitWidth, output);
                Run(values[i], end - packedEnd, bitWidth, output);
                start = end;
            }

            i = end;
        }

        if (start < values.Length) Pack(values[start..], bitWidth, output);
    }

    /// <summary>One value, many times: the bytes of <see cref="Encode"/> for it.</summary>
    public static void Repeat(int value, int count, int bitWidth, IBufferWriter<byte> output)
    {
        if (count >= 8) Run(value, count, bitWidth, output);
        else Encode(Enumerable.Repeat(value, count).ToArray(), bitWidth, output);
    }

    private static void Run(int value, int count, int bitWidth, IBufferWriter<byte> output)
    {
        Span<byte> span = output.GetSpan(14);
        int written = VarInt.Write(span, (ulong)count << 1);
        for (int b = 0; b < (bitWidth + 7) / 8; b++) span[written++] = (byte)(value >> (8 * b));
        output.Advance(written);
    }

    private static void Pack(ReadOnlySpan<int> values, int bitWidth, IBufferWriter<byte> output)
    {
        int groups = (values.Length + 7) / 8, bytes = groups * bitWidth;
        Span<byte> span = output.GetSpan(bytes + 10);
        int written = VarInt.Write(span, ((ulong)groups << 1) | 1);
        ulong word = 0;
        int bits = 0;
        foreach (int value in values)
        {
            word |= (ulong)(uint)value << bits;
            bits += bitWidth;
            if (bits < 32) continue;
            BinaryPrimitives.WriteUInt32LittleEndian(span[written..], (uint)word);
            written += 4;
            word >>= 32;
            bits -= 32;
        }

        // The last group is filled up with zeros.
        for (int end = written + (bytes - ((int)(((long)values.Length * bitWidth - bits) / 8))); written < end; word >>= 8) span[written++] = (byte)word;
        output.Advance(written);
    }
}
