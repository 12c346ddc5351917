using AlphaKit.Parquet.Tests.Support;
using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Parquet.Tests.Writing;

public sealed class RoundTripTests
{
    [Fact]
    [Trait("Speed", "Slow")]
    public void What_is_written_reads_back_bit_for_bit() => Properties.Holds(
        from rows in Gen.Frequency((3, Gen.Choose(0, 40)), (2, Gen.Choose(41, 3000)))
        from distinct in Gen.Elements(1, 2, 3, 9, 130, 100_000)
        from missing in Gen.Elements(0, 0.01, 0.5, 0.97, 1)
        from required in Gen.Elements(Nullability.Required, Nullability.Optional)
        from compression in Gen.Elements(Enum.GetValues<ParquetCompression>())
        from integers in Gen.Elements(Enum.GetValues<IntegerEncoding>())
        from page in Gen.Elements(64, 100, 1000, 1 << 20)
        from groupRows in Gen.Elements(1000, 7, 122_880)
        from dictionary in Gen.Elements(0, 200, 1 << 20)
        from seed in Gen.Choose(0, int.MaxValue)
        select (rows: groupRows == 7 ? rows % 50 : rows, distinct, missing, required, seed, options: new ParquetWriteOptions
        {
            Compression = compression, Integers = integers, PageBytes = page, RowGroupRows = groupRows, DictionaryBytes = dictionary,
        }),
        c =>
        {
            ParquetColumn[] columns = Tables.AllKinds(c.required);
            ParquetValues[] values = [.. columns.Select((column, i) => Tables.Fill(column, c.rows, c.distinct, c.missing, (ulong)c.seed + ((ulong)i << 40)))];
            byte[] data = Tables.Write(columns, values, c.options).GetAwaiter().GetResult();
            using MemoryStream stream = new(data);
            using ParquetFile file = ParquetFile.OpenAsync(stream).GetAwaiter().GetResult();
            if (!file.Columns.SequenceEqual(columns) || file.RowCount != c.rows) return false;
            foreach (ParquetRowGroup group in file.RowGroups)
            {
                for (int i = 0; i < columns.Length; i++)
                {
                    ParquetValues expected = values[i].Slice((int)group.FirstRow, group.RowCount), actual = file.ReadAsync(group, columns[i]).AsTask().GetAwaiter().GetResult();
                    if (!Tables.Same(expected, actual) || group.StatisticsOf(columns[i]).NullCount != actual.NullCount) return false;
                }
            }

            return true;
        },
        cases: 120);

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(130)]
    [InlineData(257)]
    public void Differences_of_any_width_come_back(int count)
    {
        for (int width = 0; width <= 64; width++)
        {
            long[] values = new long[count];
            for (int i = 0; i < count; i++) values[i] = i % 2 == 0 ? 0 : width == 0 ? 0 : unchecked((long)(ulong.MaxValue >> (64 - width)));
            System.Buffers.ArrayBufferWriter<byte> output = new();
            DeltaBinaryPackedEncoder.Encode(values, 64, output);
            long[] back = new long[count];
            Assert.Equal(output.WrittenCount, DeltaBinaryPackedDecoder.Decode(output.WrittenSpan, back));
            Assert.Equal(values, back);
        }
    }

    [Fact]
    public async Task A_column_may_be_all_missing_or_have_no_rows_at_all()
    {
        ParquetColumn[] columns = Tables.AllKinds(Nullability.Optional);
        using MemoryStream stream = new();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(stream, columns))
        {
            await writer.WriteRowGroupAsync([.. columns.Select(c => Tables.Fill(c, 0, 1, 0, 1))]);
            await writer.WriteRowGroupAsync([.. columns.Select(c => Tables.Fill(c, 11, 1, 1, 1))]);
            await writer.WriteRowGroupAsync([.. columns.Select(c => Tables.Fill(c, 0, 1, 0, 1))]);
            await writer.FinishAsync();
        }

        using ParquetFile file = await ParquetFile.OpenAsync(stream);
        Assert.Equal([0, 11, 0], file.RowGroups.Select(g => g.RowCount));
        foreach (ParquetColumn column in columns)
        {
            Assert.Equal(0, (await file.ReadAsync(file.RowGroups[0], column)).Count);
            ParquetValues missing = await file.ReadAsync(file.RowGroups[1], column);
            Assert.Equal(11, missing.NullCount);
            Assert.False(file.RowGroups[1].StatisticsOf(column).HasBounds);
            Assert.False(file.RowGroups[1].StatisticsOf(column).MayContain(0, long.MaxValue));
        }
    }

    [Fact]
    public async Task A_file_without_rows_keeps_its_columns()
    {
        ParquetColumn[] columns = Tables.AllKinds(Nullability.Required);
        using MemoryStream stream = new(await Tables.Write(columns, [.. columns.Select(c => Tables.Fill(c, 0, 1, 0, 1))]));
        using ParquetFile file = await ParquetFile.OpenAsync(stream);
        Assert.Equal(columns, file.Columns);
        Assert.Empty(file.RowGroups);
    }

    [Fact]
    public async Task Codes_with_their_texts_write_the_same_as_the_texts()
    {
        ParquetColumn column = ParquetColumn.Text("symbol");
        string[] entries = ["600000.SH", "000001.SZ", "unused", "000001.SZ"];
        int[] codes = [.. Enumerable.Range(0, 1000).Select(i => i % 7 == 0 ? -1 : i % 3 == 2 ? 3 : i % 3)];
        byte[] coded = await Tables.Write([column], [ParquetValues.Of(column, codes, entries)]);
        byte[] plain = await Tables.Write([column], [ParquetValues.Of(column, [.. codes.Select(c => c < 0 ? null : entries[c])])]);
        Assert.Equal(plain, coded);
    }

    [Fact]
    public async Task Pairs_beside_the_data_come_back()
    {
        KeyValuePair<string, string?>[] pairs = [new("来源", "模拟"), new("empty", ""), new("none", null)];
        ParquetColumn column = ParquetColumn.Int32("x");
        using MemoryStream stream = new(await Tables.Write([column], [ParquetValues.Of(column, new[] { 1 })], new ParquetWriteOptions { KeyValues = pairs }));
        using ParquetFile file = await ParquetFile.OpenAsync(stream);
        Assert.Equal(pairs, file.KeyValues);
        Assert.StartsWith("AlphaKit.Parquet", file.CreatedBy, StringComparison.Ordinal);
    }
}
