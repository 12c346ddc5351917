namespace AlphaKit.Parquet;

/// <summary>BYTE_STREAM_SPLIT: the first bytes of all values, then the second bytes of all, and so on.</summary>
internal static class ByteStreamSplit
{
    /// <summary>Puts <paramref name="width"/>-byte values together again.</summary>
    public static void Decode(ReadOnlySpan<byte> source, int width, int count, Span<byte> destination)
    {
        long needed = (long)width * count;
        if (source.Length != needed) throw new InvalidDataException($"{count} values split in {width} streams need {needed} bytes, the page has {source.Length}.");
        for (int stream = 0; stream < width; stream++)
        {
            ReadOnlySpan<byte> bytes = source.Slice(stream * count, count);
            for (int i = 0, at = stream; i < bytes.Length; i++, at += width) destination[at] = bytes[i];
        }
    }
}
