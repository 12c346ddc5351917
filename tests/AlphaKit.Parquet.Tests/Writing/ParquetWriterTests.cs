using AlphaKit.Parquet.Tests.Support;

namespace AlphaKit.Parquet.Tests.Writing;

public sealed class ParquetWriterTests
{
    private static readonly ParquetColumn X = ParquetColumn.Int64("x", Nullability.Required);

    [Fact]
    public async Task A_file_that_was_not_finished_is_not_readable()
    {
        using MemoryStream stream = new();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(stream, [X])) await writer.WriteAsync([ParquetValues.Of(X, new long[100])]);
        await Assert.ThrowsAsync<InvalidDataException>(() => ParquetFile.OpenAsync(stream));
    }

    [Fact]
    public async Task No_beginning_of_a_file_is_readable()
    {
        byte[] data = await Tables.Write([X], [ParquetValues.Of(X, new long[100])]);
        for (int length = 0; length < data.Length; length++)
        {
            using MemoryStream stream = new(data, 0, length);
            await Assert.ThrowsAsync<InvalidDataException>(() => ParquetFile.OpenAsync(stream));
        }
    }

    [Fact]
    public async Task After_a_failed_write_the_file_cannot_be_finished()
    {
        using FullDisk stream = new(50);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(stream, [X], new ParquetWriteOptions { Compression = ParquetCompression.None, DictionaryBytes = 0 });
        await Assert.ThrowsAsync<IOException>(() => writer.WriteAsync([ParquetValues.Of(X, new long[100])]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.FinishAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.WriteAsync([ParquetValues.Of(X, new long[1])]));
    }

    [Fact]
    public async Task Rows_are_cut_into_row_groups()
    {
        byte[] data = await Tables.Write([X], [ParquetValues.Of(X, new long[250_000])]);
        using ParquetFile file = await ParquetFile.OpenAsync(new MemoryStream(data));
        Assert.Equal([122_880, 122_880, 4_240], file.RowGroups.Select(g => g.RowCount));
        Assert.Equal([0L, 122_880, 245_760], file.RowGroups.Select(g => g.FirstRow));
    }

    [Fact]
    public async Task Bounds_follow_the_order_of_the_column()
    {
        ParquetColumn unsigned = new("u", PhysicalType.Int32, LogicalKind.UnsignedInteger, Nullability.Optional) { BitWidth = 32 };
        ParquetColumn number = ParquetColumn.Double("d"), text = ParquetColumn.Text("t");
        ParquetColumn money = new("m", PhysicalType.FixedLengthByteArray, LogicalKind.Decimal, Nullability.Optional) { TypeLength = 2, Precision = 4, Scale = 2 };
        byte[] data = await Tables.Write([unsigned, number, text, money],
        [
            ParquetValues.Of(unsigned, [1, -1, 5]), // −1 is 4,294,967,295
            ParquetValues.Of(number, [double.NaN, 0.0, -0.0]),
            ParquetValues.Of(text, ["股", "A", null]),
            ParquetValues.Of(money, new byte[]?[] { [0xFF, 0x9C], [0x00, 0x64], [0x00, 0x00] }), // −1.00, 1.00, 0
        ]);
        using ParquetFile file = await ParquetFile.OpenAsync(new MemoryStream(data));
        ParquetRowGroup group = file.RowGroups[0];
        Assert.True(group.StatisticsOf(unsigned).TryGetInt64(out long low, out long high));
        Assert.Equal((1, 4_294_967_295), (low, high));
        Assert.True(group.StatisticsOf(number).TryGetDouble(out double min, out double max));
        Assert.True(min == 0 && double.IsNegative(min) && max == 0 && !double.IsNegative(max));
        Assert.True(group.StatisticsOf(text).MayContain("A", "A"));
        Assert.False(group.StatisticsOf(text).MayContain("", "@"));
        Assert.False(group.StatisticsOf(text).MayContain("龍", "龟")); // 龍 U+9F8D lies above 股 U+80A1
        Assert.Equal([0xFF, 0x9C], group.StatisticsOf(money).MinBytes.ToArray());
        Assert.Equal([0x00, 0x64], group.StatisticsOf(money).MaxBytes.ToArray());
        Assert.Equal(1, group.StatisticsOf(text).NullCount);
    }

    [Fact]
    public async Task Bounds_of_dates_prune_row_groups()
    {
        ParquetColumn date = ParquetColumn.Date("trade_date", Nullability.Required);
        int[] days = [.. Enumerable.Range(18_000, 3_000)];
        byte[] data = await Tables.Write([date], [ParquetValues.Of(date, days)], new ParquetWriteOptions { RowGroupRows = 1000 });
        using ParquetFile file = await ParquetFile.OpenAsync(new MemoryStream(data));
        Assert.Equal([1], file.RowGroups.Where(g => g.StatisticsOf(date).MayContain(19_500, 19_600)).Select(g => g.Index));
        Assert.Equal(new DateOnly(2023, 5, 23), (await file.ReadAsync(file.RowGroups[1], date)).DateAt(500)); // 19,500 days after 1970-01-01
    }

    [Fact]
    public async Task Values_that_do_not_fit_are_refused_before_anything_is_written()
    {
        Assert.Throws<ArgumentException>(() => ParquetValues.Of(X, [1L, 2L], [true, false]));
        Assert.Throws<ArgumentException>(() => ParquetValues.Of(X, [1, 2]));
        Assert.Throws<ArgumentException>(() => ParquetValues.Of(ParquetColumn.Text("t"), [0, 2], ["a"]));
        using MemoryStream stream = new();
        ParquetColumn y = ParquetColumn.Int64("y");
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(stream, [X, y]);
        await Assert.ThrowsAsync<ArgumentException>(() => writer.WriteAsync([ParquetValues.Of(X, new long[2])]));
        await Assert.ThrowsAsync<ArgumentException>(() => writer.WriteAsync([ParquetValues.Of(X, new long[2]), ParquetValues.Of(y, new long[3])]));
        await Assert.ThrowsAsync<ArgumentException>(() => writer.WriteAsync([ParquetValues.Of(y, new long[2]), ParquetValues.Of(X, new long[2])]));
        await writer.WriteAsync([ParquetValues.Of(X, new long[2]), ParquetValues.Of(y, new long[2])]);
        await writer.FinishAsync();
        using ParquetFile file = await ParquetFile.OpenAsync(stream);
        Assert.Equal(2, file.RowCount);
        await Assert.ThrowsAsync<ArgumentException>(() => ParquetWriter.CreateAsync(stream, [X, X]));
        await Assert.ThrowsAsync<ArgumentException>(() => ParquetWriter.CreateAsync(stream, [ParquetColumn.Decimal("d", 19, 2)]));
    }

    [Fact]
    public async Task Few_values_become_a_dictionary_and_many_do_not()
    {
        long[] few = [.. Enumerable.Range(0, 100_000).Select(i => 1_000_000_007L * (i % 10))], many = [.. Enumerable.Range(0, 100_000).Select(i => 1_000_000_007L * i)];
        ParquetWriteOptions options = new() { Compression = ParquetCompression.None };
        int small = (await Tables.Write([X], [ParquetValues.Of(X, few)], options)).Length, large = (await Tables.Write([X], [ParquetValues.Of(X, many)], options)).Length;
        Assert.InRange(small, 50_000, 51_000); // 4 bits an index
        Assert.InRange(large, 800_000, 801_000);
    }

    /// <summary>Takes so many bytes and no more.</summary>
    private sealed class FullDisk(int room) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Length + buffer.Length > room ? throw new IOException("No space left.") : base.WriteAsync(buffer, cancellationToken);
    }
}
