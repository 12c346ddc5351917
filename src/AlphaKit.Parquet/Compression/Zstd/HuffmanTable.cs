namespace AlphaKit.Parquet;

/// <summary>A Huffman decoding table of Zstandard literals (RFC 8878, section 4.2).</summary>
internal sealed class HuffmanTable
{
    private const int MaxBits = 11;

    private readonly byte[] _symbol;
    private readonly byte[] _length;
    private readonly int _bits;

    private HuffmanTable(int bits)
    {
        _bits = bits;
        _symbol = new byte[1 << bits];
        _length = new byte[1 << bits];
    }

    /// <summary>Reads a tree description and moves <paramref name="position"/> behind it.</summary>
    public static HuffmanTable Read(ReadOnlySpan<byte> source, ref int position)
    {
        if (position >= source.Length) throw new InvalidDataException("A Zstandard Huffman tree is cut off.");
        int header = source[position++];
        Span<byte> weights = stackalloc byte[256];
        int count;
        if (header >= 128)
        {
            count = header - 127;
            int bytes = (count + 1) / 2;
            if (position + bytes > source.Length) throw new InvalidDataException("A Zstandard Huffman tree is cut off.");
            for (int i = 0; i < count; i++)
            {
                byte pair = source[position + (i / 2)];
                weights[i] = (byte)((i & 1) == 0 ? pair >> 4 : pair & 15);
            }

            position += bytes;
        }
        else
        {
            if (position + header > source.Length) throw new InvalidDataException("A Zstandard Huffman tree is cut off.");
            count = ReadCompressedWeights(source.Slice(position, header), weights);
            position += header;
        }

        return Build(weights, count);
    }

    /// <summary>Decodes one stream that yields exactly <paramref name="destination"/>.</summary>
    public void Decode(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        ReverseBitReader reader = new(source);
        for (int i = 0; i < destination.Length; i++)
        {
            int code = reader.Peek(_bits);
            destination[i] = _symbol[code];
            reader.Skip(_length[code]);
        }

        if (reader.Remaining != 0) throw new InvalidDataException($"A Zstandard literal stream leaves {reader.Remaining} bits over.");
    }

    private static int ReadCompressedWeights(ReadOnlySpan<byte> source, Span<byte> weights)
    {
        int position = 0;
        FseTable table = FseTable.Read(source, ref position, 6, 255);
        ReverseBitReader reader = new(source[position..]);
        int first = reader.Read(table.AccuracyLog), second = reader.Read(table.AccuracyLog), count = 0;
        while (true)
        {
            if (count > 253) throw new InvalidDataException("A Zstandard Huffman tree has more than 255 weights.");
            weights[count++] = (byte)table.Symbol(first);
            first = table.Next(first, ref reader);
            if (reader.Remaining < 0)
            {
                weights[count++] = (byte)table.Symbol(second);
                return count;
            }

            weights[count++] = (byte)table.Symbol(second);
            second = table.Next(second, ref reader);
            if (reader.Remaining < 0)
            {
                weights[count++] = (byte)table.Symbol(first);
                return count;
            }
        }
    }

    private static HuffmanTable Build(Span<byte> weights, int count)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
        {
            if (weights[i] > MaxBits) throw new InvalidDataException($"Zstandard Huffman weight {weights[i]} exceeds {MaxBits}.");
            if (weights[i] > 0) sum += 1 << (weights[i] - 1);
        }

        if (sum == 0) throw new InvalidDataException("A Zstandard Huffman tree has no symbols.");
        int bits = 32 - int.LeadingZeroCount(sum);
        int rest = (1 << bits) - sum;
        if (bits > MaxBits || count > 255 || !int.IsPow2(rest)) throw new InvalidDataException("Zstandard Huffman weights do not form a tree.");
        weights[count++] = (byte)(32 - int.LeadingZeroCount(rest));
        HuffmanTable table = new(bits);
        int place = 0;
        for (int weight = 1; weight <= bits; weight++)
        {
            for (int symbol = 0; symbol < count; symbol++)
            {
                if (weights[symbol] != weight) continue;
                int entries = 1 << (weight - 1);
                table._symbol.AsSpan(place, entries).Fill((byte)symbol);
                table._length.AsSpan(place, entries).Fill((byte)(bits + 1 - weight));
                place += entries;
            }
        }

        return table;
    }
}
