using System.Buffers;

namespace AlphaKit.Parquet;

/// <summary>Takes the pages of one column chunk in order and makes its values of them.</summary>
internal abstract class ColumnSink(ParquetColumn column)
{
    protected ParquetColumn Column { get; } = column;

    /// <summary>The sink that fits the column's physical type.</summary>
    public static ColumnSink For(ParquetColumn column, int rows) => column.Type switch
    {
        PhysicalType.Boolean => new BooleanSink(column, rows),
        PhysicalType.Int32 => new NumberSink<int>(column, rows),
        PhysicalType.Int64 => new NumberSink<long>(column, rows),
        PhysicalType.Float => new NumberSink<float>(column, rows),
        PhysicalType.Double => new NumberSink<double>(column, rows),
        _ => new BytesSink(column, rows),
    };

    /// <summary>Takes the dictionary, PLAIN encoded.</summary>
    public abstract void Dictionary(ReadOnlySpan<byte> page, int count);

    /// <summary>Takes the values of a data page: those present, one behind the other, for rows <paramref name="row"/> and following.</summary>
    public abstract void Values(ValueEncoding encoding, ReadOnlySpan<byte> page, int row, int present);

    /// <summary>Moves the present values of a page to their rows.</summary>
    public abstract void Spread(int row, int present, ReadOnlySpan<bool> validity);

    public abstract ParquetValues Finish(bool[]? validity);

    protected InvalidDataException Impossible(ValueEncoding encoding) => new($"Encoding {encoding} ({(int)encoding}) is not possible for {Column.Type}.");

    protected static InvalidDataException Short(ReadOnlySpan<byte> page, int count) => new($"{count} values do not fit a page body of {page.Length} bytes.");

    /// <summary>Decodes dictionary indices: a byte with their width, then runs.</summary>
    protected static void Indices(ReadOnlySpan<byte> page, Span<int> destination)
    {
        if (page.IsEmpty) throw new InvalidDataException("Dictionary indices are cut off.");
        RleHybridDecoder.Decode(page[1..], page[0], destination);
    }

    /// <summary>Spreads values so that value k stands at the k-th row that is present; the rest becomes <paramref name="missing"/>.</summary>
    protected static void Spread<T>(Span<T> rows, int present, ReadOnlySpan<bool> validity, T missing)
    {
        int next = present - 1;
        for (int i = rows.Length - 1; i >= 0; i--) rows[i] = validity[i] ? rows[next--] : missing;
    }
}

/// <summary>Booleans: packed bits or runs.</summary>
internal sealed class BooleanSink(ParquetColumn column, int rows) : ColumnSink(column)
{
    private readonly bool[] _values = new bool[rows];

    public override void Dictionary(ReadOnlySpan<byte> page, int count) => throw new InvalidDataException("Booleans have no dictionary.");

    public override void Values(ValueEncoding encoding, ReadOnlySpan<byte> page, int row, int present)
    {
        Span<bool> values = _values.AsSpan(row, present);
        switch (encoding)
        {
            case ValueEncoding.Plain:
                if (page.Length < ((long)present + 7) / 8) throw Short(page, present);
                for (int i = 0; i < values.Length; i++) values[i] = ((page[i >> 3] >> (i & 7)) & 1) != 0;
                break;
            case ValueEncoding.Rle:
                if (page.Length < 4) throw Short(page, present);
                int[] scratch = ArrayPool<int>.Shared.Rent(present);
                try
                {
                    RleHybridDecoder.Decode(page[4..], 1, scratch.AsSpan(0, present));
                    for (int i = 0; i < values.Length; i++) values[i] = scratch[i] != 0;
                }
                finally
                {
                    ArrayPool<int>.Shared.Return(scratch);
                }

                break;
            default: throw Impossible(encoding);
        }
    }

    public override void Spread(int row, int present, ReadOnlySpan<bool> validity) => Spread(_values.AsSpan(row, validity.Length), present, validity, false);

    public override ParquetValues Finish(bool[]? validity) => new(Column, _values, validity, null, 0, _values.Length);
}
