using System.Buffers.Binary;

namespace AlphaKit.Parquet;

/// <summary>Zstandard decompression (RFC 8878) of frames without dictionary, one or many, with or without content size.</summary>
internal static class ZstdCodec
{
    private const uint FrameMagic = 0xFD2FB528;
    private const uint SkippableMagic = 0x184D2A50;
    private const int MaxBlock = 128 * 1024;

    /// <summary>Expands frames.</summary>
    /// <param name="source">The frames.</param>
    /// <param name="destination">Exactly as long as the expanded data must be.</param>
    /// <exception cref="InvalidDataException">A frame is malformed, needs a dictionary, or expands to another length.</exception>
    public static void Decompress(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        int position = 0, written = 0;
        ZstdBlockDecoder decoder = new();
        while (position < source.Length)
        {
            uint magic = BinaryPrimitives.ReadUInt32LittleEndian(Take(source, ref position, 4));
            if ((magic & 0xFFFFFFF0) == SkippableMagic)
            {
                uint size = BinaryPrimitives.ReadUInt32LittleEndian(Take(source, ref position, 4));
                if (size > source.Length - position) throw CutOff(position);
                position += (int)size;
                continue;
            }

            if (magic != FrameMagic) throw new InvalidDataException($"Not a Zstandard frame at byte {position - 4}.");
            decoder.Reset();
            written = DecompressFrame(decoder, source, ref position, destination, written);
        }

        if (written != destination.Length) throw new InvalidDataException($"Zstandard frames expand to {written} bytes, {destination.Length} were declared.");
    }

    private static int DecompressFrame(ZstdBlockDecoder decoder, ReadOnlySpan<byte> source, ref int position, Span<byte> destination, int written)
    {
        byte descriptor = Take(source, ref position, 1)[0];
        bool singleSegment = (descriptor & 0x20) != 0, checksum = (descriptor & 4) != 0;
        if ((descriptor & 8) != 0) throw new InvalidDataException("A Zstandard frame sets a reserved bit.");
        if (!singleSegment) _ = Take(source, ref position, 1); // window size: the whole output is at hand
        int dictionaryBytes = (descriptor & 3) switch { 0 => 0, 1 => 1, 2 => 2, _ => 4 };
        foreach (byte part in Take(source, ref position, dictionaryBytes))
        {
            if (part != 0) throw new InvalidDataException("A Zstandard frame needs a dictionary.");
        }

        int sizeBytes = (descriptor >> 6) switch { 0 => singleSegment ? 1 : 0, 1 => 2, 2 => 4, _ => 8 };
        _ = Take(source, ref position, sizeBytes); // the page header's length is checked instead
        int frameStart = written;
        while (true)
        {
            ReadOnlySpan<byte> header = Take(source, ref position, 3);
            int word = header[0] | (header[1] << 8) | (header[2] << 16);
            int size = word >> 3;
            if (size > MaxBlock) throw new InvalidDataException($"A Zstandard block of {size} bytes at {position} is too large.");
            switch ((word >> 1) & 3)
            {
                case 0:
                    if (size > destination.Length - written) throw Overflow(position);
                    Take(source, ref position, size).CopyTo(destination[written..]);
                    written += size;
                    break;
                case 1:
                    if (size > destination.Length - written) throw Overflow(position);
                    destination.Slice(written, size).Fill(Take(source, ref position, 1)[0]);
                    written += size;
                    break;
                case 2:
                    written = decoder.Decode(Take(source, ref position, size), destination, frameStart, written);
                    break;
                default:
                    throw new InvalidDataException($"A Zstandard block at {position - 3} has a reserved type.");
            }

            if ((word & 1) != 0) break;
        }

        if (checksum) _ = Take(source, ref position, 4); // XXH64 of the content; Parquet guards pages by its own CRC
        return written;
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> source, ref int position, int count)
    {
        if (count > source.Length - position) throw CutOff(position);
        ReadOnlySpan<byte> taken = source.Slice(position, count);
        position += count;
        return taken;
    }

    private static InvalidDataException CutOff(int position) => new($"Zstandard data are cut off at byte {position}.");

    private static InvalidDataException Overflow(int position) => new($"Zstandard data expand beyond the declared length at byte {position}.");
}
