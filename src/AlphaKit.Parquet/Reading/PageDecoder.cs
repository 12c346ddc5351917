using System.Buffers;

namespace AlphaKit.Parquet;

/// <summary>Decodes the pages of a chunk one after the other: expand, levels, values.</summary>
internal sealed class PageDecoder(ParquetColumn column, ColumnSink sink, int rows)
{
    private int _row;
    private bool[]? _validity;

    public void Decode(in PageHeader page, CompressionCodec codec, byte[] buffer)
    {
        // V2 keeps its levels outside of the compression.
        int levels = page.Type == PageType.DataV2 ? page.DefinitionLevelBytes + page.RepetitionLevelBytes : 0;
        int expanded = page.ExpandedSize - levels, stored = page.StoredSize - levels, start = page.BodyOffset + levels;
        bool packed = codec != CompressionCodec.Uncompressed && (page.Type != PageType.DataV2 || page.IsCompressed);
        if (!packed)
        {
            if (stored != expanded) throw new InvalidDataException($"An uncompressed page has {stored} bytes and declares {expanded}.");
            Decode(page, buffer, buffer.AsSpan(start, stored));
            return;
        }

        // An empty body need not be a valid stream of its codec.
        if (expanded == 0)
        {
            Decode(page, buffer, []);
            return;
        }

        byte[] body = ArrayPool<byte>.Shared.Rent(expanded);
        try
        {
            PageCodec.Decompress(codec, buffer, start, stored, body.AsSpan(0, expanded));
            Decode(page, buffer, body.AsSpan(0, expanded));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    public ParquetValues Finish()
    {
        if (_row != rows) throw new InvalidDataException($"Pages hold {_row} values, {rows} are declared.");
        return sink.Finish(_validity);
    }

    private void Decode(in PageHeader page, byte[] buffer, ReadOnlySpan<byte> body)
    {
        if (page.Type == PageType.Dictionary)
        {
            if (page.Encoding is not (ValueEncoding.Plain or ValueEncoding.PlainDictionary)) throw new InvalidDataException($"A dictionary is encoded as {page.Encoding}, only PLAIN is possible.");
            sink.Dictionary(body, page.ValueCount);
            return;
        }

        int count = page.ValueCount, present = count, max = column.MaxDefinitionLevel;
        if (max > 0)
        {
            ReadOnlySpan<byte> levels;
            ValueEncoding encoding = ValueEncoding.Rle;
            if (page.Type == PageType.DataV2)
            {
                levels = buffer.AsSpan(page.BodyOffset + page.RepetitionLevelBytes, page.DefinitionLevelBytes);
            }
            else
            {
                encoding = page.DefinitionLevelEncoding;
                levels = LevelDecoder.Take(ref body, encoding, max, count);
            }

            present = DecodeValidity(levels, encoding, max, count);
            if (page.Type == PageType.DataV2 && count - present != page.NullCount)
                throw new InvalidDataException($"The page declares {page.NullCount} missing values, its levels {count - present}.");
        }

        if (present > 0) sink.Values(page.Encoding, body, _row, present);
        if (present < count) sink.Spread(_row, present, _validity.AsSpan(_row, count));
        _row += count;
    }

    private int DecodeValidity(ReadOnlySpan<byte> levels, ValueEncoding encoding, int max, int count)
    {
        if (count == 0) return 0;
        if (encoding == ValueEncoding.Rle && LevelDecoder.AllPresent(levels, max, count))
        {
            _validity?.AsSpan(_row, count).Fill(true);
            return count;
        }

        if (_validity is null)
        {
            _validity = new bool[rows];
            _validity.AsSpan(0, _row).Fill(true);
        }

        return LevelDecoder.Decode(levels, encoding, max, _validity.AsSpan(_row, count));
    }
}
