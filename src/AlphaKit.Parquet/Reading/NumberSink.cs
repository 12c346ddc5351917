using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AlphaKit.Parquet;

/// <summary>Numbers of four or eight bytes, stored little-endian.</summary>
internal sealed class NumberSink<T>(ParquetColumn column, int rows) : ColumnSink(column)
    where T : unmanaged
{
    private readonly T[] _values = new T[rows];
    private T[] _dictionary = [];

    public override void Dictionary(ReadOnlySpan<byte> page, int count)
    {
        if ((long)count * Unsafe.SizeOf<T>() > page.Length) throw Short(page, count);
        _dictionary = MemoryMarshal.Cast<byte, T>(page[..(count * Unsafe.SizeOf<T>())]).ToArray();
    }

    public override void Values(ValueEncoding encoding, ReadOnlySpan<byte> page, int row, int present)
    {
        Span<T> values = _values.AsSpan(row, present);
        Span<byte> bytes = MemoryMarshal.AsBytes(values);
        switch (encoding)
        {
            case ValueEncoding.Plain:
                if (page.Length < bytes.Length) throw Short(page, present);
                page[..bytes.Length].CopyTo(bytes);
                break;
            case ValueEncoding.PlainDictionary or ValueEncoding.RleDictionary:
                LookUp(page, values);
                break;
            case ValueEncoding.ByteStreamSplit:
                ByteStreamSplit.Decode(page, Unsafe.SizeOf<T>(), present, bytes);
                break;
            case ValueEncoding.DeltaBinaryPacked when typeof(T) == typeof(long):
                DeltaBinaryPackedDecoder.Decode(page, MemoryMarshal.Cast<T, long>(values));
                break;
            case ValueEncoding.DeltaBinaryPacked when typeof(T) == typeof(int):
                Narrow(page, MemoryMarshal.Cast<T, int>(values));
                break;
            default: throw Impossible(encoding);
        }
    }

    public override void Spread(int row, int present, ReadOnlySpan<bool> validity) => Spread(_values.AsSpan(row, validity.Length), present, validity, default);

    public override ParquetValues Finish(bool[]? validity) => new(Column, _values, validity, null, 0, _values.Length);

    private void LookUp(ReadOnlySpan<byte> page, Span<T> values)
    {
        int[] scratch = ArrayPool<int>.Shared.Rent(values.Length);
        try
        {
            ReadOnlySpan<T> dictionary = _dictionary;
            Span<int> indices = scratch.AsSpan(0, values.Length);
            Indices(page, indices);
            for (int i = 0; i < indices.Length && i < values.Length; i++)
            {
                int index = indices[i];
                if ((uint)index >= (uint)dictionary.Length) throw new InvalidDataException($"Dictionary index {index} of {dictionary.Length} entries.");
                values[i] = dictionary[index];
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(scratch);
        }
    }

    /// <summary>Deltas of 32-bit integers wrap around at 32 bits, which the low half of 64-bit sums does too.</summary>
    private static void Narrow(ReadOnlySpan<byte> page, Span<int> values)
    {
        long[] scratch = ArrayPool<long>.Shared.Rent(values.Length);
        try
        {
            DeltaBinaryPackedDecoder.Decode(page, scratch.AsSpan(0, values.Length));
            for (int i = 0; i < values.Length; i++) values[i] = unchecked((int)scratch[i]);
        }
        finally
        {
            ArrayPool<long>.Shared.Return(scratch);
        }
    }
}
