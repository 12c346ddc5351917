using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace AlphaKit.Parquet;

/// <summary>Encodes a column of a row group into pages, in memory: nothing reaches the file until the whole row group is sound.</summary>
internal sealed class ChunkEncoder(ParquetWriteOptions options)
{
    private readonly ArrayBufferWriter<byte> _chunk = new();
    private readonly ArrayBufferWriter<byte> _page = new();
    private readonly List<Piece> _pieces = [];
    private long _expandedBytes;
    private long _inPlace;
    private int _copied;

    /// <summary>A run of the chunk's bytes: some of those in its own buffer, or values where they lie.</summary>
    private readonly record struct Piece(ReadOnlyMemory<byte> Values, int Start, int Length);

    /// <summary>Pages of the chunk, piece by piece; valid until the next one is encoded, and as long as the values stay as they are.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Encoded => _pieces.Select(p => p.Length == 0 ? p.Values : _chunk.WrittenMemory.Slice(p.Start, p.Length));

    /// <summary>Encodes a chunk; its offsets count from its own first byte.</summary>
    public ColumnChunkMetadata Encode(ParquetColumn column, ParquetValues values)
    {
        _chunk.ResetWrittenCount();
        _pieces.Clear();
        (_expandedBytes, _inPlace, _copied) = (0, 0, 0);
        ValueWriter writer = ValueWriter.For(values);
        ColumnChunkMetadata chunk = new()
        {
            HasMetadata = true,
            Type = column.Type,
            Codec = (int)Codec(options.Compression),
            ValueCount = values.Count,
            Statistics = new ColumnStatistics { NullCount = values.NullCount, OrderAware = true },
        };
        if (writer.Bounds() is { } bounds) (chunk.Statistics.Min, chunk.Statistics.Max) = bounds;
        chunk.Path.Add(column.Name);
        bool delta = options.Integers == IntegerEncoding.DeltaBinaryPacked && (column.Type is PhysicalType.Int32 or PhysicalType.Int64);
        int entries = 0;
        bool plain = options.Floats == FloatEncoding.Plain && (column.Type is PhysicalType.Float or PhysicalType.Double);
        int[]? codes = delta || plain || options.DictionaryBytes == 0 ? null : writer.BuildDictionary(options.DictionaryBytes, out entries);
        if (codes is not null)
        {
            _page.ResetWrittenCount();
            writer.WriteDictionary(_page);
            AddPage(_page.WrittenMemory, staysThere: false, (expanded, stored, crc) => MetadataWriter.DictionaryPage(entries, expanded, stored, crc));
            chunk.DictionaryPageOffset = 0;
            chunk.Encodings.Add((int)ValueEncoding.Plain);
        }

        ValueEncoding encoding = codes is not null ? ValueEncoding.RleDictionary : delta ? ValueEncoding.DeltaBinaryPacked : ValueEncoding.Plain;
        chunk.Encodings.Add((int)encoding);
        chunk.Encodings.Add((int)ValueEncoding.Rle);
        chunk.DataPageOffset = Length;
        AddDataPages(column, values, writer, encoding, codes, entries);
        Close();
        chunk.CompressedSize = Length;
        chunk.UncompressedSize = _expandedBytes;
        return chunk;
    }

    private void AddDataPages(ParquetColumn column, ParquetValues values, ValueWriter writer, ValueEncoding encoding, int[]? codes, int entries)
    {
        long bytesPerValue = Math.Max(1, writer.PlainBytes / Math.Max(1, writer.PresentCount));
        int rowsPerPage = (int)Math.Clamp(options.PageBytes / bytesPerValue, 1, 1 << 20), firstPresent = 0;
        ReadOnlyMemory<byte> whole = encoding == ValueEncoding.Plain && column.Nullability == Nullability.Required ? writer.PlainAsTheyAre : default;
        for (int row = 0; row == 0 || row < values.Count; row += rowsPerPage)
        {
            int count = Math.Min(rowsPerPage, values.Count - row), present = count;
            if (!whole.IsEmpty)
            {
                AddPage(whole.Slice((int)(row * bytesPerValue), (int)(count * bytesPerValue)), staysThere: true, (expanded, stored, crc) => MetadataWriter.DataPage(count, encoding, expanded, stored, crc));
                continue;
            }

            _page.ResetWrittenCount();
            if (column.Nullability == Nullability.Optional) present = WriteLevels(values, row, count);
            if (codes is not null)
            {
                int width = ValueWriter.BitWidth(entries);
                _page.GetSpan(1)[0] = (byte)width;
                _page.Advance(1);
                RleHybridEncoder.Encode(codes.AsSpan(firstPresent, present), width, _page);
            }
            else if (encoding == ValueEncoding.DeltaBinaryPacked)
            {
                writer.WriteDelta(firstPresent, present, _page);
            }
            else
            {
                writer.WritePlain(firstPresent, present, _page);
            }

            AddPage(_page.WrittenMemory, staysThere: false, (expanded, stored, crc) => MetadataWriter.DataPage(count, encoding, expanded, stored, crc));
            firstPresent += present;
        }
    }

    private int WriteLevels(ParquetValues values, int row, int count)
    {
        int present = count;
        ArrayBufferWriter<byte> runs = new();
        if (values.NullCount == 0)
        {
            RleHybridEncoder.Repeat(1, count, 1, runs);
        }
        else
        {
            ReadOnlySpan<bool> validity = values.Validity.Slice(row, count);
            int[] levels = new int[count];
            for (int i = 0; i < count; i++) levels[i] = validity[i] ? 1 : 0;
            present = validity.Count(true);
            RleHybridEncoder.Encode(levels, 1, runs);
        }

        BinaryPrimitives.WriteInt32LittleEndian(_page.GetSpan(4), runs.WrittenCount);
        _page.Advance(4);
        _page.Write(runs.WrittenSpan);
        return present;
    }

    private delegate ReadOnlySpan<byte> PageHeaderOf(int expanded, int stored, uint crc);

    private long Length => _chunk.WrittenCount + _inPlace;

    /// <summary>A page: header and body. A body that stays where it is until it is written, and is not compressed, is not copied.</summary>
    private void AddPage(ReadOnlyMemory<byte> body, bool staysThere, PageHeaderOf headerOf)
    {
        byte[]? rented = null;
        try
        {
            ReadOnlySpan<byte> stored = Compress(body.Span, ref rented);
            ReadOnlySpan<byte> header = headerOf(body.Length, stored.Length, Crc32.Of(stored));
            _chunk.Write(header);
            if (staysThere && options.Compression == ParquetCompression.None)
            {
                Close();
                _pieces.Add(new Piece(body, 0, 0));
                _inPlace += body.Length;
            }
            else
            {
                _chunk.Write(stored);
            }

            _expandedBytes += header.Length + body.Length;
        }
        finally
        {
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Ends the run of bytes in the own buffer.</summary>
    private void Close()
    {
        if (_chunk.WrittenCount > _copied) _pieces.Add(new Piece(default, _copied, _chunk.WrittenCount - _copied));
        _copied = _chunk.WrittenCount;
    }

    private ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> body, ref byte[]? rented)
    {
        switch (options.Compression)
        {
            case ParquetCompression.Snappy:
                rented = ArrayPool<byte>.Shared.Rent(SnappyCodec.MaxCompressedLength(body.Length));
                return rented.AsSpan(0, SnappyCodec.Compress(body, rented));
            case ParquetCompression.Gzip:
                MemoryStream packed = new();
                using (GZipStream stream = new(packed, CompressionLevel.Optimal, leaveOpen: true)) stream.Write(body);
                return packed.GetBuffer().AsSpan(0, (int)packed.Length);
            default:
                return body;
        }
    }

    private static CompressionCodec Codec(ParquetCompression compression) => compression switch
    {
        ParquetCompression.Snappy => CompressionCodec.Snappy,
        ParquetCompression.Gzip => CompressionCodec.Gzip,
        _ => CompressionCodec.Uncompressed,
    };
}
