using AlphaKit.Parquet.Tests.Support;

namespace AlphaKit.Parquet.Tests.Writing;

/// <summary>Columns made one by one while a row group is written, and numbers that are written from where they lie.</summary>
public sealed class ColumnsOnDemandTests
{
    private static readonly ParquetColumn Key = ParquetColumn.Int32("key", Nullability.Required);
    private static readonly ParquetColumn Plain = ParquetColumn.Float("plain", Nullability.Required);
    private static readonly ParquetColumn Gaps = ParquetColumn.Double("gaps");

    [Theory]
    [InlineData(ParquetCompression.None, 1)]
    [InlineData(ParquetCompression.None, 3)]
    [InlineData(ParquetCompression.Snappy, 2)]
    public async Task Columns_made_on_demand_give_the_bytes_of_columns_given_at_once(ParquetCompression compression, int threads)
    {
        ParquetColumn[] columns = [Key, Plain, Gaps, .. Enumerable.Range(0, 40).Select(k => ParquetColumn.Float($"f{k}", Nullability.Required))];
        ParquetWriteOptions options = new() { Compression = compression, Threads = threads, Floats = FloatEncoding.Plain, PageBytes = 700 };
        ParquetValues[] values = [.. columns.Select((c, k) => Tables.Fill(c, 1000, 37, 0.2, (ulong)k + 1))];
        using MemoryStream given = new(), made = new();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(given, columns, options with { Threads = 1 }))
        {
            await writer.WriteRowGroupAsync(values);
            await writer.WriteRowGroupAsync([.. values.Select(v => v.Slice(100, 300))]);
            await writer.FinishAsync();
        }

        int[] asked = new int[columns.Length];
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(made, columns, options))
        {
            await writer.WriteRowGroupAsync(1000, c =>
            {
                Interlocked.Increment(ref asked[c]);
                return values[c];
            });
            await writer.WriteRowGroupAsync(300, c => values[c].Slice(100, 300));
            await writer.FinishAsync();
        }

        Assert.All(asked, n => Assert.Equal(1, n));
        Assert.Equal(given.ToArray(), made.ToArray());
        using ParquetFile file = await ParquetFile.OpenAsync(made);
        for (int c = 1; c < columns.Length; c += 5)
        {
            ParquetValues second = await file.ReadAsync(file.RowGroups[1], columns[c].Name);
            for (int row = 0; row < 300; row++)
            {
                if (columns[c].Type == PhysicalType.Float) Assert.Equal(values[c].Floats[100 + row], second.Floats[row]);
                else Assert.Equal(values[c].IsNull(100 + row), second.IsNull(row));
            }
        }
    }

    [Fact]
    public async Task Plain_floats_are_written_from_where_they_lie_and_read_back_to_the_bit()
    {
        float[] numbers = [.. Enumerable.Range(0, 5000).Select(i => i % 7 == 0 ? float.NaN : BitConverter.Int32BitsToSingle(i * 429_497))];
        ParquetWriteOptions options = new() { Compression = ParquetCompression.None, Floats = FloatEncoding.Plain, PageBytes = 4096 };
        using MemoryStream stream = new();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(stream, [Plain], options))
        {
            await writer.WriteAsync([ParquetValues.Of(Plain, numbers).Slice(3, 4990)]);
            await writer.FinishAsync();
        }

        using ParquetFile file = await ParquetFile.OpenAsync(stream);
        ReadOnlySpan<float> read = (await file.ReadAsync(file.RowGroups[0], "plain")).Floats;
        for (int i = 0; i < read.Length; i++) Assert.Equal(BitConverter.SingleToInt32Bits(numbers[i + 3]), BitConverter.SingleToInt32Bits(read[i]));
        Assert.InRange(stream.Length, 4990 * 4, (4990 * 4) + 1000);
    }

    [Fact]
    public async Task A_made_column_of_another_length_is_refused_and_loses_the_file()
    {
        using MemoryStream stream = new();
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(stream, [Plain]);
        ArgumentException wrong = await Assert.ThrowsAsync<ArgumentException>(() => writer.WriteRowGroupAsync(10, _ => ParquetValues.Of(Plain, new float[9])));
        Assert.Contains("9 rows, the row group 10", wrong.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.FinishAsync());
    }

    [Fact]
    public async Task What_making_a_column_throws_comes_through()
    {
        using MemoryStream stream = new();
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(stream, [Plain, Key], new ParquetWriteOptions { Threads = 1 });
        await Assert.ThrowsAsync<TimeoutException>(() => writer.WriteRowGroupAsync(1, c => c == 0 ? ParquetValues.Of(Plain, new float[1]) : throw new TimeoutException()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.FinishAsync());
    }
}
