using System.Buffers;

namespace AlphaKit.Parquet;

/// <summary>Encodes DELTA_BINARY_PACKED in blocks of 128 values and miniblocks of 32, as other writers do.</summary>
internal static class DeltaBinaryPackedEncoder
{
    private const int Block = 128;
    private const int Miniblock = 32;

    /// <param name="values">The values; those of a 32-bit column sign-extended.</param>
    /// <param name="bits">32 or 64: where differences wrap around.</param>
    /// <param name="output">Takes the stream.</param>
    public static void Encode(ReadOnlySpan<long> values, int bits, IBufferWriter<byte> output)
    {
        Var(output, Block);
        Var(output, Block / Miniblock);
        Var(output, (ulong)values.Length);
        Var(output, VarInt.ZigZag(values.IsEmpty ? 0 : values[0]));
        Span<long> deltas = stackalloc long[Block];
        for (int start = 1; start < values.Length; start += Block)
        {
            int count = Math.Min(Block, values.Length - start);
            long least = long.MaxValue;
            for (int i = 0; i < count; i++)
            {
                long delta = unchecked(values[start + i] - values[start + i - 1]);
                deltas[i] = bits == 32 ? unchecked((int)delta) : delta;
                least = Math.Min(least, deltas[i]);
            }

            deltas[count..].Fill(least);
            EncodeBlock(deltas, count, least, output);
        }
    }

    private static void EncodeBlock(ReadOnlySpan<long> deltas, int count, long least, IBufferWriter<byte> output)
    {
        Var(output, VarInt.ZigZag(least));
        Span<byte> widths = output.GetSpan(Block / Miniblock)[..(Block / Miniblock)];
        int used = (count + Miniblock - 1) / Miniblock;
        Span<int> width = stackalloc int[Block / Miniblock];
        for (int m = 0; m < widths.Length; m++)
        {
            ulong all = 0;
            for (int i = 0; m < used && i < Miniblock; i++) all |= unchecked((ulong)(deltas[(m * Miniblock) + i] - least));
            width[m] = 64 - (int)ulong.LeadingZeroCount(all);
            widths[m] = (byte)width[m];
        }

        output.Advance(widths.Length);
        for (int m = 0; m < used; m++) Pack(deltas.Slice(m * Miniblock, Miniblock), least, width[m], output);
    }

    private static void Pack(ReadOnlySpan<long> deltas, long least, int width, IBufferWriter<byte> output)
    {
        int bytes = Miniblock / 8 * width, written = 0, bits = 0;
        Span<byte> span = output.GetSpan(bytes + 1);
        UInt128 word = 0;
        foreach (long delta in deltas)
        {
            word |= (UInt128)unchecked((ulong)(delta - least)) << bits;
            bits += width;
            while (bits >= 8)
            {
                span[written++] = (byte)word;
                word >>= 8;
                bits -= 8;
            }
        }

        output.Advance(bytes);
    }

    private static void Var(IBufferWriter<byte> output, ulong value) => output.Advance(VarInt.Write(output.GetSpan(10), value));
}
