namespace AlphaKit.Parquet;

/// <summary>Decodes the compressed blocks of one Zstandard frame; tables and recent offsets carry over from block to block.</summary>
internal sealed class ZstdBlockDecoder
{
    private static readonly FseTable DefaultLiteralLengths = FseTable.Build(
        [4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1], 6);

    private static readonly FseTable DefaultMatchLengths = FseTable.Build(
        [1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1], 6);

    private static readonly FseTable DefaultOffsets = FseTable.Build(
        [1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1], 5);

    private static readonly int[] LiteralLengthBase =
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536];

    private static readonly byte[] LiteralLengthBits =
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

    private static readonly int[] MatchLengthBase =
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051, 4099, 8195, 16387, 32771, 65539];

    private static readonly byte[] MatchLengthBits =
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

    private readonly byte[] _literals = new byte[128 * 1024];
    private HuffmanTable? _huffman;
    private FseTable? _literalLengths;
    private FseTable? _offsets;
    private FseTable? _matchLengths;
    private int _recent1;
    private int _recent2;
    private int _recent3;

    /// <summary>Forgets what a frame does not inherit from the frame before.</summary>
    public void Reset()
    {
        _huffman = null;
        _literalLengths = _offsets = _matchLengths = null;
        (_recent1, _recent2, _recent3) = (1, 4, 8);
    }

    /// <summary>Appends the block to <paramref name="destination"/>.</summary>
    /// <returns>The new number of bytes written.</returns>
    public int Decode(ReadOnlySpan<byte> block, Span<byte> destination, int frameStart, int written)
    {
        int position = 0;
        ReadOnlySpan<byte> literals = ReadLiterals(block, ref position);
        int sequences = ReadSequenceCount(block, ref position);
        if (sequences == 0) return Append(literals, destination, written);
        if (position >= block.Length) throw CutOff();
        byte modes = block[position++];
        if ((modes & 3) != 0) throw new InvalidDataException("A Zstandard block sets reserved bits.");
        _literalLengths = ReadTable(block, ref position, modes >> 6, DefaultLiteralLengths, _literalLengths, 9, 35);
        _offsets = ReadTable(block, ref position, (modes >> 4) & 3, DefaultOffsets, _offsets, 8, 31);
        _matchLengths = ReadTable(block, ref position, (modes >> 2) & 3, DefaultMatchLengths, _matchLengths, 9, 52);
        ReverseBitReader reader = new(block[position..]);
        int literalState = reader.Read(_literalLengths.AccuracyLog);
        int offsetState = reader.Read(_offsets.AccuracyLog);
        int matchState = reader.Read(_matchLengths.AccuracyLog);
        for (int i = 0; i < sequences; i++)
        {
            int offsetCode = _offsets.Symbol(offsetState), literalCode = _literalLengths.Symbol(literalState), matchCode = _matchLengths.Symbol(matchState);
            if (offsetCode > 30 || literalCode > 35 || matchCode > 52) throw new InvalidDataException("A Zstandard sequence has an impossible code.");
            int offsetValue = (1 << offsetCode) + reader.Read(offsetCode);
            int matchLength = MatchLengthBase[matchCode] + reader.Read(MatchLengthBits[matchCode]);
            int literalLength = LiteralLengthBase[literalCode] + reader.Read(LiteralLengthBits[literalCode]);
            if (reader.Remaining < 0) throw CutOff();
            int offset = NextOffset(offsetValue, literalLength);
            if (literalLength > literals.Length) throw new InvalidDataException("A Zstandard sequence asks for more literals than there are.");
            written = Append(literals[..literalLength], destination, written);
            literals = literals[literalLength..];
            if (offset <= 0 || offset > written - frameStart) throw new InvalidDataException($"A Zstandard back reference of {offset} bytes points before the frame.");
            if (matchLength > destination.Length - written) throw Overflow();
            BackReference.Copy(destination, written, offset, matchLength);
            written += matchLength;
            if (i + 1 == sequences) break;
            literalState = _literalLengths.Next(literalState, ref reader);
            matchState = _matchLengths.Next(matchState, ref reader);
            offsetState = _offsets.Next(offsetState, ref reader);
        }

        if (reader.Remaining != 0) throw new InvalidDataException($"Zstandard sequences leave {reader.Remaining} bits over.");
        return Append(literals, destination, written);
    }

    private static int Append(ReadOnlySpan<byte> literals, Span<byte> destination, int written)
    {
        if (literals.Length > destination.Length - written) throw Overflow();
        literals.CopyTo(destination[written..]);
        return written + literals.Length;
    }

    private static FseTable ReadTable(ReadOnlySpan<byte> block, ref int position, int mode, FseTable predefined, FseTable? previous, int maxAccuracyLog, int maxSymbol)
    {
        switch (mode)
        {
            case 0: return predefined;
            case 1:
                if (position >= block.Length) throw CutOff();
                return FseTable.Repeat(block[position++]);
            case 2: return FseTable.Read(block, ref position, maxAccuracyLog, maxSymbol);
            default: return previous ?? throw new InvalidDataException("A Zstandard block repeats a table that was never given.");
        }
    }

    private static int ReadSequenceCount(ReadOnlySpan<byte> block, ref int position)
    {
        if (position >= block.Length) throw CutOff();
        int first = block[position++];
        if (first < 128) return first;
        if (first < 255)
        {
            if (position >= block.Length) throw CutOff();
            return ((first - 128) << 8) + block[position++];
        }

        if (position + 2 > block.Length) throw CutOff();
        int count = block[position] + (block[position + 1] << 8) + 0x7F00;
        position += 2;
        return count;
    }

    private ReadOnlySpan<byte> ReadLiterals(ReadOnlySpan<byte> block, ref int position)
    {
        if (block.IsEmpty) throw CutOff();
        int kind = block[0] & 3, format = (block[0] >> 2) & 3;
        if (kind <= 1)
        {
            int headerBytes = (format & 1) == 0 ? 1 : format == 1 ? 2 : 3;
            int size = (int)(Header(block, headerBytes) >> (headerBytes == 1 ? 3 : 4));
            position = headerBytes;
            if (size > _literals.Length) throw new InvalidDataException($"A Zstandard block has {size} literals, at most {_literals.Length} are allowed.");
            if (kind == 0)
            {
                if (size > block.Length - position) throw CutOff();
                position += size;
                return block.Slice(position - size, size);
            }

            if (position >= block.Length) throw CutOff();
            _literals.AsSpan(0, size).Fill(block[position++]);
            return _literals.AsSpan(0, size);
        }

        int bytes = format <= 1 ? 3 : format + 2, bits = format <= 1 ? 10 : format == 2 ? 14 : 18;
        ulong header = Header(block, bytes);
        int regenerated = (int)((header >> 4) & ((1UL << bits) - 1)), compressed = (int)((header >> (4 + bits)) & ((1UL << bits) - 1));
        position = bytes;
        if (regenerated > _literals.Length) throw new InvalidDataException($"A Zstandard block has {regenerated} literals, at most {_literals.Length} are allowed.");
        if (compressed > block.Length - position) throw CutOff();
        ReadOnlySpan<byte> data = block.Slice(position, compressed);
        position += compressed;
        int tree = 0;
        if (kind == 2) _huffman = HuffmanTable.Read(data, ref tree);
        HuffmanTable huffman = _huffman ?? throw new InvalidDataException("A Zstandard block repeats a Huffman tree that was never given.");
        DecodeStreams(huffman, data[tree..], _literals.AsSpan(0, regenerated), format == 0 ? 1 : 4);
        return _literals.AsSpan(0, regenerated);
    }

    private static void DecodeStreams(HuffmanTable huffman, ReadOnlySpan<byte> data, Span<byte> literals, int streams)
    {
        if (streams == 1)
        {
            huffman.Decode(data, literals);
            return;
        }

        if (data.Length < 6) throw CutOff();
        int part = (literals.Length + 3) / 4, start = 6;
        if (3 * part > literals.Length) throw new InvalidDataException("Zstandard literals are too few for four streams.");
        for (int i = 0; i < 4; i++)
        {
            int length = i < 3 ? data[2 * i] | (data[(2 * i) + 1] << 8) : data.Length - start;
            if (length < 0 || length > data.Length - start) throw CutOff();
            huffman.Decode(data.Slice(start, length), i < 3 ? literals.Slice(i * part, part) : literals[(3 * part)..]);
            start += length;
        }
    }

    private static ulong Header(ReadOnlySpan<byte> block, int bytes)
    {
        if (bytes > block.Length) throw CutOff();
        ulong header = 0;
        for (int i = 0; i < bytes; i++) header |= (ulong)block[i] << (8 * i);
        return header;
    }

    private int NextOffset(int value, int literalLength)
    {
        if (value > 3)
        {
            (_recent3, _recent2, _recent1) = (_recent2, _recent1, value - 3);
            return _recent1;
        }

        int which = literalLength == 0 ? value : value - 1; // 0: newest; 3: newest − 1
        int offset = which switch { 0 => _recent1, 1 => _recent2, 2 => _recent3, _ => _recent1 - 1 };
        if (which == 1) (_recent2, _recent1) = (_recent1, offset);
        else if (which >= 2) (_recent3, _recent2, _recent1) = (_recent2, _recent1, offset);
        return offset;
    }

    private static InvalidDataException CutOff() => new("A Zstandard block is cut off.");

    private static InvalidDataException Overflow() => new("A Zstandard block expands beyond the declared length.");
}
