using AlphaKit.Parquet.Tests.Support;
using AlphaKit.TestSupport;

namespace AlphaKit.Parquet.Tests.Hostile;

public sealed class DamagedFileTests
{
    // eng/claims.sh takes a hundred thousand, the suite fewer.
    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "parquet_damaged_inputs")]
    public async Task Damaged_files_are_refused_or_read_but_never_break_the_reader()
    {
        List<byte[]> files = [];
        foreach (ParquetCompression compression in Enum.GetValues<ParquetCompression>())
        {
            foreach (IntegerEncoding integers in Enum.GetValues<IntegerEncoding>())
            {
                ParquetColumn[] columns = [.. Tables.AllKinds(Nullability.Optional).Select(c => c.Name.Length % 2 == 0 ? c with { Nullability = Nullability.Required, MaxDefinitionLevel = 0 } : c)];
                ParquetValues[] values = [.. columns.Select((c, i) => Tables.Fill(c, 300, i % 3 == 0 ? 1000 : 5, 0.2, (ulong)i))];
                files.Add(await Tables.Write(columns, values, new ParquetWriteOptions { Compression = compression, Integers = integers, RowGroupRows = 170, PageBytes = 400, DictionaryBytes = integers == IntegerEncoding.Dictionary ? 1 << 20 : 0 }));
            }
        }

        int inputs = Victim.IsClaimRun ? 100_000 : 20_000;
        int read = Victim.ReadAll(inputs, i => (files[i % files.Count], $"file {i % files.Count}"));
        Assert.InRange(read, 1, inputs * 0.95);
        if (Victim.IsClaimRun) Claim.AtLeast("parquet_damaged_inputs", inputs, 100_000);
    }

    [Fact]
    public async Task An_error_names_column_row_group_and_byte()
    {
        ParquetColumn column = ParquetColumn.Int64("close");
        byte[] data = await Tables.Write([column], [ParquetValues.Of(column, new long[1000])]);
        data[40] ^= 1; // in the dictionary or the first data page, all of which the checksum guards
        using ParquetFile file = await ParquetFile.OpenAsync(new MemoryStream(data));
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(async () => await file.ReadAsync(file.RowGroups[0], column));
        Assert.Matches("'close', row group 0, byte [0-9]+:", error.Message);
    }

    [Fact]
    public async Task A_row_group_beyond_the_limit_is_refused()
    {
        ParquetColumn column = ParquetColumn.Int64("x");
        byte[] data = await Tables.Write([column], [ParquetValues.Of(column, new long[1000])]);
        await Assert.ThrowsAsync<InvalidDataException>(() => ParquetFile.OpenAsync(new MemoryStream(data), new ParquetReadOptions { MaxRowGroupRows = 999 }));
        Assert.Equal(1000, (await ParquetFile.OpenAsync(new MemoryStream(data), new ParquetReadOptions { MaxRowGroupRows = 1000 })).RowCount);
    }

    [Theory]
    [InlineData("map of maps", new byte[] { 0x4B, 0xFF, 0xFF, 0x03, 0xBB })]
    [InlineData("list of a billion", new byte[] { 0x29, 0xFC, 0x80, 0x94, 0xEB, 0xDC, 0x03 })]
    [InlineData("field id beyond 16 bits", new byte[] { 0x05, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F })]
    [InlineData("number without end", new byte[] { 0x15, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    public void Hostile_metadata_is_refused(string what, byte[] footer)
    {
        Assert.Throws<InvalidDataException>(() => MetadataReader.Read(footer));
        Assert.NotEmpty(what);
    }
}
