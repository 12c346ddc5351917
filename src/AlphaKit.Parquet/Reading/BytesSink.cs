using System.Buffers.Binary;

namespace AlphaKit.Parquet;

/// <summary>Byte strings: rows hold positions in a table, so that dictionaries are not multiplied out.</summary>
internal sealed class BytesSink(ParquetColumn column, int rows) : ColumnSink(column)
{
    private readonly int[] _codes = new int[rows];
    private readonly ByteTable _table = new();
    private int _dictionaryStart;
    private int _dictionaryCount;

    public override void Dictionary(ReadOnlySpan<byte> page, int count)
    {
        _dictionaryStart = _table.Count;
        _dictionaryCount = count;
        Plain(page, count);
    }

    public override void Values(ValueEncoding encoding, ReadOnlySpan<byte> page, int row, int present)
    {
        Span<int> codes = _codes.AsSpan(row, present);
        int first = _table.Count;
        switch (encoding)
        {
            case ValueEncoding.PlainDictionary or ValueEncoding.RleDictionary:
                Indices(page, codes);
                foreach (ref int code in codes)
                {
                    if ((uint)code >= (uint)_dictionaryCount) throw new InvalidDataException($"Dictionary index {code} of {_dictionaryCount} entries.");
                    code += _dictionaryStart;
                }

                return;
            case ValueEncoding.Plain:
                Plain(page, present);
                break;
            case ValueEncoding.DeltaLengthByteArray:
                DeltaByteArrayDecoder.DecodeLengths(page, present, Column.FixedLength, _table);
                break;
            case ValueEncoding.DeltaByteArray:
                DeltaByteArrayDecoder.DecodePrefixes(page, present, Column.FixedLength, _table);
                break;
            case ValueEncoding.ByteStreamSplit when Column.FixedLength > 0:
                Split(page, present);
                break;
            default: throw Impossible(encoding);
        }

        for (int i = 0; i < codes.Length; i++) codes[i] = first + i;
    }

    public override void Spread(int row, int present, ReadOnlySpan<bool> validity) => Spread(_codes.AsSpan(row, validity.Length), present, validity, -1);

    public override ParquetValues Finish(bool[]? validity) => new(Column, _codes, validity, _table, 0, _codes.Length);

    private void Plain(ReadOnlySpan<byte> page, int count)
    {
        int length = Column.FixedLength;
        if ((long)count * (length > 0 ? length : 4) > page.Length) throw Short(page, count);
        _table.Reserve(count, length > 0 ? (long)count * length : page.Length - (4L * count));
        for (int i = 0; i < count; i++)
        {
            if (Column.FixedLength == 0)
            {
                if (page.Length < 4) throw Short(page, count);
                uint declared = BinaryPrimitives.ReadUInt32LittleEndian(page);
                page = page[4..];
                long room = page.Length - (4L * (count - 1 - i)); // the values behind need their lengths at least
                if (declared > room) throw new InvalidDataException($"Value {i} of {count} declares {declared} bytes, {room} are left for it in its page.");
                length = (int)declared;
            }

            _table.Add(page[..length]);
            page = page[length..];
        }
    }

    private void Split(ReadOnlySpan<byte> page, int count)
    {
        int length = Column.FixedLength;
        if (page.Length != (long)count * length) throw Short(page, count);
        _table.Reserve(count, page.Length);
        byte[] value = new byte[length];
        for (int i = 0; i < count; i++)
        {
            for (int b = 0; b < length; b++) value[b] = page[(b * count) + i];
            _table.Add(value);
        }
    }
}
