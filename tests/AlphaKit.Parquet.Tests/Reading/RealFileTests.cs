using System.Text.Json;
using AlphaKit.Parquet.Tests.Support;
using AlphaKit.TestSupport;

namespace AlphaKit.Parquet.Tests.Reading;

/// <summary>Files of other writers (apache/parquet-testing and others) against what other readers and their own tables say.</summary>
public sealed class RealFileTests
{
    private const string Folder = "parquet";

    private static readonly ParquetReadOptions NoChecksums = new() { Checksums = ChecksumPolicy.Ignore };

    [SharedDataFact(Folder)]
    public async Task Every_file_reads_as_the_reference_dump_says()
    {
        using JsonDocument dump = JsonDocument.Parse(await File.ReadAllBytesAsync(Path("hyparquet_dump.json")));
        string[] files = [.. Directory.GetFiles(Path(""), "*.parquet").Select(f => System.IO.Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        Assert.Equal(dump.RootElement.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal), files);
        foreach (string name in files) await Compare(name, dump.RootElement.GetProperty(name));
    }

    private static async Task Compare(string name, JsonElement dump)
    {
        // The one file with a wrong checksum is otherwise sound.
        using ParquetFile file = await ParquetFile.OpenAsync(Path(name), name.Contains("corrupt", StringComparison.Ordinal) ? NoChecksums : null);
        Assert.Equal(dump.GetProperty("rows").GetInt64(), file.RowCount);
        Assert.Equal(dump.GetProperty("row_groups").GetInt32(), file.RowGroups.Count);
        if (dump.TryGetProperty("created_by", out JsonElement by)) Assert.Equal(by.GetString(), file.CreatedBy);
        JsonElement first = dump.GetProperty("first"), last = dump.GetProperty("last");
        foreach (ParquetColumn column in file.Columns)
        {
            if (column.IsRepeated)
            {
                await Assert.ThrowsAsync<NotSupportedException>(async () => await file.ReadAsync(file.RowGroups[0], column));
                continue;
            }

            int row = 0;
            foreach (ParquetRowGroup group in file.RowGroups)
            {
                ParquetValues values = await file.ReadAsync(group, column);
                Assert.Equal(group.RowCount, values.Count);
                Assert.Equal(values.NullCount, values.Validity.Count(false));
                if (group.StatisticsOf(column).NullCount is { } nulls) Assert.Equal(nulls, values.NullCount);
                for (int i = 0; i < values.Count; i++, row++)
                {
                    if (row < first.GetArrayLength()) Check(first[row], i);
                    else if (row == file.RowCount - 1 && name != "int96_from_spark.parquet") Check(last[0], i); // the dump's reader overflows there
                }

                void Check(JsonElement expected, int i)
                {
                    JsonElement? cell = expected;
                    foreach (string part in column.Name.Split('.')) cell = cell is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(part, out JsonElement next) ? next : null;
                    Assert.True(Shown.Equal(values, i, cell), $"{name} {column.Name} row {i}: expected {cell?.GetRawText()}");
                }
            }
        }
    }

    [SharedDataFact(Folder)]
    public async Task Every_value_equals_the_table_beside_the_file()
    {
        Assert.Equal(200, await CompareWithTable("delta_binary_packed.parquet", "delta_binary_packed_expect.csv"));
        Assert.Equal(1000, await CompareWithTable("delta_byte_array.parquet", "delta_byte_array_expect.csv"));
        Assert.Equal(100, await CompareWithTable("delta_encoding_optional_column.parquet", "delta_encoding_optional_column_expect.csv"));
        Assert.Equal(100, await CompareWithTable("delta_encoding_required_column.parquet", "delta_encoding_required_column_expect.csv"));
    }

    [SharedDataFact(Folder)]
    public async Task Postcodes_equal_their_table_where_it_holds_text_and_integers()
    {
        // Its times carry zones and its doubles other digits; text and integers compare as written (the file has a blank before DistrictCode).
        Assert.Equal(237, await CompareWithTable("pdn_postcodes.plain.parquet", "pdn_postcodes.csv"));
        Assert.Equal(8, await CompareWithTable("pdn_alltypes.plain.parquet", "pdn_alltypes.csv"));
    }

    private static async Task<int> CompareWithTable(string name, string table)
    {
        using ParquetFile file = await ParquetFile.OpenAsync(Path(name));
        string[] lines = [.. (await File.ReadAllLinesAsync(Path(table))).Where(l => l.Length > 0)];
        Assert.Equal(file.RowCount, lines.Length - 1);
        string[][] cells = [.. lines.Skip(1).Select(Shown.Fields)];
        for (int c = 0; c < file.Columns.Count; c++)
        {
            ParquetColumn column = file.Columns[c];
            if (column.Kind == LogicalKind.Timestamp || column.Type is PhysicalType.Float or PhysicalType.Double) continue;
            ParquetValues values = await file.ReadAsync(file.RowGroups[0], column);
            for (int row = 0; row < values.Count; row++) Assert.Equal($"{column.Name} {row} {cells[row][c].Trim()}", $"{column.Name} {row} {Shown.Text(values, row).Trim()}");
        }

        return cells.Length;
    }

    [SharedDataFact(Folder)]
    public async Task A_corrupt_checksum_is_refused_unless_told_otherwise()
    {
        const string Name = "datapage_v1-corrupt-checksum.parquet";
        using ParquetFile strict = await ParquetFile.OpenAsync(Path(Name));
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(async () => await strict.ReadAsync(strict.RowGroups[0], "a"));
        Assert.Contains("checksum", error.Message, StringComparison.Ordinal);
        Assert.Contains("'a'", error.Message, StringComparison.Ordinal);
        using ParquetFile lenient = await ParquetFile.OpenAsync(Path(Name), NoChecksums);
        Assert.Equal(5120, (await lenient.ReadAsync(lenient.RowGroups[0], "a")).Count);
    }

    [SharedDataFact(Folder)]
    public async Task Spark_timestamps_beyond_nanoseconds_keep_their_microseconds()
    {
        using ParquetFile file = await ParquetFile.OpenAsync(Path("int96_from_spark.parquet"));
        ParquetValues values = await file.ReadAsync(file.RowGroups[0], "a");

        // int96_from_spark.md
        long?[] expected = [1704141296123456, 1704070800000000, 253402225200000000, 1735599600000000, null, 9089380393200000000];
        Assert.Equal(expected, Enumerable.Range(0, 6).Select(i => values.MicrosecondsAt(i)));
        Assert.Throws<OverflowException>(() => values.DateTimeAt(5));
    }

    [SharedDataFact(Folder)]
    public async Task Bounds_that_hold_NaN_are_left_out_and_others_prune()
    {
        using ParquetFile nan = await ParquetFile.OpenAsync(Path("nan_in_stats.parquet"));
        Assert.False(nan.RowGroups[0].StatisticsOf(nan.Columns[0]).HasBounds);
        Assert.True(nan.RowGroups[0].StatisticsOf(nan.Columns[0]).MayContain(5.0, 6.0));

        using ParquetFile half = await ParquetFile.OpenAsync(Path("float16_nonzeros_and_nans.parquet"));
        Assert.True(half.RowGroups[0].StatisticsOf(half.Columns[0]).TryGetDouble(out double min, out double max));
        Assert.Equal((-2.0, 2.0), (min, max)); // README of the files

        using ParquetFile ints = await ParquetFile.OpenAsync(Path("int32_with_null_pages.parquet"));
        ParquetStatistics statistics = ints.RowGroups[0].StatisticsOf(ints.Columns[0]);
        Assert.Equal(275, statistics.NullCount);
        Assert.True(statistics.TryGetInt64(out long least, out long most));
        Assert.Equal((-2136906554, 2145722375), (least, most)); // int32_with_null_pages.md
        Assert.False(statistics.MayContain(2145722376, long.MaxValue));
        Assert.True(statistics.MayContain(2145722375, long.MaxValue));
    }

    [SharedDataFact(Folder)]
    public async Task All_decimal_forms_hold_one_to_twenty_four()
    {
        foreach (string name in new[] { "byte_array_decimal", "fixed_length_decimal", "int32_decimal", "int64_decimal" })
        {
            using ParquetFile file = await ParquetFile.OpenAsync(Path(name + ".parquet"));
            ParquetValues values = await file.ReadAsync(file.RowGroups[0], file.Columns[0]);
            Assert.Equal(Enumerable.Range(1, 24).Select(i => (decimal?)i), Enumerable.Range(0, 24).Select(i => values.DecimalAt(i)));
        }
    }

    private static string Path(string name) => System.IO.Path.Combine(SharedData.PathOf(Folder)!, name);
}
