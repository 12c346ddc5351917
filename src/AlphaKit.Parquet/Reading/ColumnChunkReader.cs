using System.Buffers;

namespace AlphaKit.Parquet;

/// <summary>Reads one column of one row group: its bytes in one go, then page by page.</summary>
internal sealed class ColumnChunkReader(ByteSource source, ParquetReadOptions options, long footerStart)
{
    // Some older writers leave the dictionary page's header out of the chunk's size: take a little more where the file has it.
    private const int Slack = 128;

    public async ValueTask<ParquetValues> ReadAsync(ParquetColumn column, RowGroupMetadata group, ColumnChunkMetadata chunk, int groupIndex, CancellationToken cancellationToken)
    {
        string where = $"Column '{column.Name}', row group {groupIndex}";
        int rows = (int)group.RowCount;
        if (rows == 0) return ColumnSink.For(column, 0).Finish(null);
        long start = chunk.Start, length = Math.Min(chunk.CompressedSize + Slack, footerStart - start);
        if (length > Array.MaxLength) throw new NotSupportedException($"{where}: its {chunk.CompressedSize} bytes are more than can be read at once.");
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            await source.ReadAsync(start, buffer.AsMemory(0, (int)length), cancellationToken).ConfigureAwait(false);
            return Decode(column, chunk, rows, buffer, (int)length, where, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private ParquetValues Decode(ParquetColumn column, ColumnChunkMetadata chunk, int rows, byte[] buffer, int length, string where, CancellationToken cancellationToken)
    {
        int position = 0;
        try
        {
            CompressionCodec codec = PageCodec.Check(chunk.Codec);
            List<PageHeader> pages = ScanPages(buffer.AsSpan(0, length), rows, codec, ref position);
            ColumnSink sink = ColumnSink.For(column, rows);
            PageDecoder decoder = new(column, sink, rows);
            foreach (PageHeader page in pages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                position = page.BodyOffset;
                VerifyChecksum(page, buffer);
                decoder.Decode(page, codec, buffer);
            }

            return decoder.Finish();
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{where}, byte {chunk.Start + position}: {e.Message}", e);
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException($"{where}: {e.Message}", e);
        }
    }

    /// <summary>Walks the page headers first, so that nothing is allocated by counts that do not add up.</summary>
    private static List<PageHeader> ScanPages(ReadOnlySpan<byte> chunk, int rows, CompressionCodec codec, ref int position)
    {
        List<PageHeader> pages = [];
        long values = 0;
        while (values < rows)
        {
            PageHeader page = PageHeaderReader.Read(chunk[position..], out int headerLength);
            page.BodyOffset = position + headerLength;
            int levels = page.Type == PageType.DataV2 ? page.DefinitionLevelBytes + page.RepetitionLevelBytes : 0;
            bool packed = page.IsCompressed || page.Type != PageType.DataV2;
            PageCodec.CheckExpansion(packed ? codec : CompressionCodec.Uncompressed, page.StoredSize - levels, page.ExpandedSize - levels);
            if (page.Type is PageType.Data or PageType.DataV2)
            {
                values += page.ValueCount;
                if (values > rows) throw new InvalidDataException($"Pages hold more than the {rows} values that are declared.");
                pages.Add(page);
            }
            else if (page.Type == PageType.Dictionary)
            {
                if (pages.Count > 0) throw new InvalidDataException("A dictionary stands behind other pages.");
                pages.Add(page);
            }

            position = page.BodyOffset + page.StoredSize;
        }

        return pages;
    }

    private void VerifyChecksum(in PageHeader page, byte[] buffer)
    {
        if (options.Checksums == ChecksumPolicy.Ignore || page.Crc is not { } expected) return;
        uint actual = Crc32.Of(buffer.AsSpan(page.BodyOffset, page.StoredSize));
        if (actual != expected) throw new InvalidDataException($"The page's checksum is {actual:x8}, {expected:x8} was stored: the file is damaged.");
    }
}
