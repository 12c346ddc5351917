using System.Diagnostics;
using AlphaKit.Parquet.Tests.Support;
using AlphaKit.TestSupport;

namespace AlphaKit.Parquet.Tests.Interop;

/// <summary>
/// Files written here are read by DuckDB or Polars and written anew by them; what is read back here must be what was written first. One round
/// proves both directions.
/// </summary>
public sealed class RewriteTests
{
    private const int Rows = 3_000;

    [NpmFact("@duckdb/node-api")]
    [Trait("Speed", "Slow")]
    public Task DuckDb_reads_what_is_written_here_and_is_read_here() => Round("duckdb", ["snappy", "zstd", "gzip", "lz4_raw", "uncompressed"]);

    [NpmFact("nodejs-polars")]
    [Trait("Speed", "Slow")]
    public Task Polars_reads_what_is_written_here_and_is_read_here() => Round("polars", ["snappy", "zstd", "gzip", "lz4", "uncompressed"]);

    private static async Task Round(string reader, string[] compressions)
    {
        ParquetValues[] table = Table();
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            foreach (string compression in compressions)
            {
                // 股: the path is not ASCII.
                string ours = Path.Combine(folder, $"股{compression}.parquet"), theirs = Path.Combine(folder, $"股{compression}-2.parquet");
                ParquetWriteOptions options = new()
                {
                    RowGroupRows = 2_048,
                    PageBytes = 5_000,
                    Integers = compression == "zstd" ? IntegerEncoding.DeltaBinaryPacked : IntegerEncoding.Dictionary,
                    Compression = compression switch { "gzip" => ParquetCompression.Gzip, "uncompressed" => ParquetCompression.None, _ => ParquetCompression.Snappy },
                };
                await File.WriteAllBytesAsync(ours, await Tables.Write([.. table.Select(v => v.Column)], table, options));
                Rewrite(reader, ours, theirs, compression);
                using ParquetFile file = await ParquetFile.OpenAsync(theirs);
                Assert.Equal(Rows, file.RowCount);
                foreach (ParquetValues expected in table) await Compare(file, expected, $"{reader} {compression}");
            }
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task Compare(ParquetFile file, ParquetValues expected, string where)
    {
        foreach (ParquetRowGroup group in file.RowGroups)
        {
            ParquetValues actual = await file.ReadAsync(group, expected.Column.Name);
            for (int row = 0; row < actual.Count; row++)
                Assert.True(Equals(Shown(expected, (int)group.FirstRow + row), Shown(actual, row)), $"{where}, {expected.Column.Name}, row {group.FirstRow + row}: {Shown(expected, (int)group.FirstRow + row)} became {Shown(actual, row)}");
        }
    }

    /// <summary>A value by its meaning, since readers choose their own physical type for it.</summary>
    private static object? Shown(ParquetValues values, int row)
    {
        if (values.IsNull(row)) return null;
        return (values.Column.Kind, values.Column.Type) switch
        {
            (LogicalKind.String, _) => values.TextAt(row),
            (LogicalKind.Date, _) => values.DateAt(row),
            (LogicalKind.Timestamp, _) => values.MicrosecondsAt(row),
            (LogicalKind.Decimal, _) => values.DecimalAt(row),
            (_, PhysicalType.Boolean) => values.Booleans[row],
            (_, PhysicalType.Int32) => values.Int32s[row],
            (_, PhysicalType.Int64) => values.Int64s[row],
            (_, PhysicalType.Float) => values.Floats[row],
            (_, PhysicalType.Double) => values.Doubles[row],
            _ => Convert.ToHexString(values.BytesAt(row)),
        };
    }

    private static ParquetValues[] Table() =>
    [
        .. new[] { Nullability.Required, Nullability.Optional }.SelectMany(nullability => new[]
        {
            ParquetColumn.Boolean($"flag_{nullability}", nullability),
            ParquetColumn.Int32($"i32_{nullability}", nullability),
            ParquetColumn.Int64($"i64_{nullability}", nullability),
            ParquetColumn.Float($"f32_{nullability}", nullability),
            ParquetColumn.Double($"f64_{nullability}", nullability),
            ParquetColumn.Text($"text_{nullability}", nullability),
            ParquetColumn.Bytes($"bytes_{nullability}", nullability),
            ParquetColumn.Decimal($"money_{nullability}", 15, 2, nullability),
        }.SelectMany((column, c) => new[] { 20, 2_000 }.Select(distinct =>
            Tables.Fill(column with { Name = $"{column.Name}_{distinct}" }, Rows, distinct, nullability == Nullability.Optional ? 0.2 : 0, (ulong)(c + distinct))))),
        .. new[] { TimeUnit.Milliseconds, TimeUnit.Microseconds }.Select(unit => Times(unit)),
        ParquetValues.Of(ParquetColumn.Date("date"), [.. Enumerable.Range(0, Rows).Select(i => 14_000 + (i * 2))], [.. Enumerable.Range(0, Rows).Select(i => i % 9 != 4)]),
        ParquetValues.Of(ParquetColumn.Int64("nothing"), new long[Rows], new bool[Rows]),
        ParquetValues.Of(ParquetColumn.Double("one", Nullability.Required), [.. Enumerable.Repeat(1.5, Rows)]),
    ];

    private static ParquetValues Times(TimeUnit unit)
    {
        long scale = unit == TimeUnit.Milliseconds ? 1 : 1_000;
        return ParquetValues.Of(ParquetColumn.Timestamp($"at_{unit}", unit), [.. Enumerable.Range(0, Rows).Select(i => (1_600_000_000_000 + (i * 61_001L)) * scale)], [.. Enumerable.Range(0, Rows).Select(i => i % 13 != 7)]);
    }

    private static void Rewrite(string reader, string file, string target, string compression)
    {
        string script = Path.Combine(SharedData.RepositoryRoot, "tests", "AlphaKit.Parquet.Tests", "Interop", "rewrite.mjs");
        using Process node = Process.Start(new ProcessStartInfo(Npm.Node!, [script, Npm.Modules, reader, file, target, compression]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = node.StandardError.ReadToEndAsync();
        node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.Result);
    }
}
