using System.IO.Compression;

namespace AlphaKit.Parquet;

/// <summary>Expands the body of a page by the codec of its chunk.</summary>
internal static class PageCodec
{
    private const int Slack = 1 << 16;

    /// <summary>The codec, or an error that tells an unknown id from one that this package does not read.</summary>
    public static CompressionCodec Check(int id) => id switch
    {
        0 or 1 or 2 or 6 or 7 => (CompressionCodec)id,
        3 or 4 or 5 => throw new NotSupportedException($"Parquet compression {(CompressionCodec)id} is not read; none, Snappy, gzip, Zstandard and LZ4_RAW are."),
        _ => throw new InvalidDataException($"Compression codec {id} is unknown."),
    };

    /// <summary>Refuses a declared size that the codec cannot reach from so few bytes, before anything of that size is allocated.</summary>
    public static void CheckExpansion(CompressionCodec codec, int compressed, int expanded)
    {
        // The densest form of each: a Snappy copy of 64 bytes in 3, an LZ4 length byte for 255, a deflate match of 258 in 2 bits,
        // a Zstandard run of 128 KiB in 4 bytes.
        long limit = codec switch
        {
            CompressionCodec.Uncompressed => compressed,
            CompressionCodec.Snappy => ((long)compressed * 22) + Slack,
            CompressionCodec.Lz4Raw => ((long)compressed * 256) + Slack,
            CompressionCodec.Gzip => ((long)compressed * 1040) + Slack,
            _ => ((long)compressed * 32 * 1024) + Slack,
        };
        if (expanded > limit) throw new InvalidDataException($"{compressed} bytes cannot expand to {expanded} by {codec}.");
    }

    /// <summary>Expands exactly to <paramref name="destination"/>.</summary>
    public static void Decompress(CompressionCodec codec, byte[] buffer, int offset, int length, Span<byte> destination)
    {
        ReadOnlySpan<byte> source = buffer.AsSpan(offset, length);
        switch (codec)
        {
            case CompressionCodec.Snappy: SnappyCodec.Decompress(source, destination); break;
            case CompressionCodec.Lz4Raw: Lz4RawCodec.Decompress(source, destination); break;
            case CompressionCodec.Zstd: ZstdCodec.Decompress(source, destination); break;
            case CompressionCodec.Gzip: Gunzip(buffer, offset, length, destination); break;
            default:
                if (length != destination.Length) throw new InvalidDataException($"An uncompressed page has {length} bytes and declares {destination.Length}.");
                source.CopyTo(destination);
                break;
        }
    }

    private static void Gunzip(byte[] buffer, int offset, int length, Span<byte> destination)
    {
        using MemoryStream packed = new(buffer, offset, length, writable: false);
        using GZipStream stream = new(packed, CompressionMode.Decompress); // goes on through concatenated members
        int read = stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        if (read != destination.Length) throw new InvalidDataException($"Gzip data expand to {read} bytes, {destination.Length} were declared.");
        if (stream.ReadByte() >= 0) throw new InvalidDataException($"Gzip data expand beyond the declared {destination.Length} bytes.");
    }
}
