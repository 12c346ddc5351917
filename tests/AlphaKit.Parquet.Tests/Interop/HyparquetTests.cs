using System.Diagnostics;
using System.Text.Json;
using AlphaKit.Parquet.Tests.Support;
using AlphaKit.TestSupport;

namespace AlphaKit.Parquet.Tests.Interop;

/// <summary>Files written here, read by a reader that is not ours.</summary>
public sealed class HyparquetTests
{
    private const int Rows = 2_000;

    [NpmFact("hyparquet", "hyparquet-compressors")]
    [Trait("Speed", "Slow")]
    public async Task Every_form_that_is_written_reads_back_equal_there()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            foreach (ParquetCompression compression in Enum.GetValues<ParquetCompression>())
            {
                foreach (IntegerEncoding integers in Enum.GetValues<IntegerEncoding>())
                {
                    foreach (int dictionary in new[] { 0, 1 << 20 })
                    {
                        ParquetWriteOptions options = new() { Compression = compression, Integers = integers, DictionaryBytes = dictionary, RowGroupRows = 1_100, PageBytes = 3_000 };
                        await Compare(Path.Combine(folder, $"{compression}-{integers}-{dictionary}.parquet"), options);
                    }
                }
            }
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static async Task Compare(string path, ParquetWriteOptions options)
    {
        ParquetValues[] table = Table();
        await File.WriteAllBytesAsync(path, await Tables.Write([.. table.Select(v => v.Column)], table, options));
        using JsonDocument json = JsonDocument.Parse(Read(path));
        Assert.Equal(Rows, json.RootElement.GetArrayLength());
        foreach (ParquetValues values in table)
        {
            for (int row = 0; row < Rows; row++)
            {
                JsonElement? cell = json.RootElement[row].TryGetProperty(values.Column.Name, out JsonElement found) ? found : null;
                Assert.True(Shown.Equal(values, row, cell), $"{Path.GetFileName(path)}, {values.Column.Name}, row {row}: {cell?.GetRawText()}");
            }
        }
    }

    private static ParquetValues[] Table()
    {
        int[] index = [.. Enumerable.Range(0, Rows)];
        bool[] some = [.. index.Select(i => i % 11 != 3 && i is < 500 or > 650)], none = new bool[Rows];
        ParquetColumn half = new("half", PhysicalType.FixedLengthByteArray, LogicalKind.Float16, Nullability.Optional) { TypeLength = 2 };
        return
        [
            ParquetValues.Of(ParquetColumn.Boolean("flag"), [.. index.Select(i => i % 3 == 0)], some),
            ParquetValues.Of(ParquetColumn.Int32("few", Nullability.Required), [.. index.Select(i => i % 4)]),
            ParquetValues.Of(ParquetColumn.Int32("many"), [.. index.Select(i => unchecked(i * 1_103_515_245))], some),
            ParquetValues.Of(ParquetColumn.Int64("long", Nullability.Required), [.. index.Select(i => (long)i * i * i * 1_000_003 * (i % 2 == 0 ? 1 : -1))]),
            ParquetValues.Of(ParquetColumn.Int64("missing"), new long[Rows], none),
            ParquetValues.Of(ParquetColumn.Float("float"), [.. index.Select(i => i / 7f)], some),
            ParquetValues.Of(ParquetColumn.Double("close"), [.. index.Select(i => i % 50 == 0 ? double.NaN : Math.Round(Math.Sqrt(i), 2))], some),
            ParquetValues.Of(ParquetColumn.Text("symbol", Nullability.Required), [.. index.Select(i => $"{600000 + (i % 30)}.SH")]),
            ParquetValues.Of(ParquetColumn.Text("name"), [.. index.Select(i => i % 5 == 0 ? null : i % 7 == 0 ? "" : "股票" + i)]),
            ParquetValues.Of(ParquetColumn.Date("date"), [.. index.Select(i => 18_000 + i)], some),
            ParquetValues.Of(ParquetColumn.Timestamp("ms", TimeUnit.Milliseconds) with { IsAdjustedToUtc = true }, [.. index.Select(i => 1_700_000_000_000 + (i * 61_001L))], some),
            ParquetValues.Of(ParquetColumn.Timestamp("us"), [.. index.Select(i => 1_700_000_000_000_000 + (i * 61_000_000L))], some),
            ParquetValues.Of(half, [.. index.Select(i => BitConverter.GetBytes((Half)(i / 8f)))]),
        ];
    }

    private static string Read(string path)
    {
        string script = Path.Combine(SharedData.RepositoryRoot, "tests", "AlphaKit.Parquet.Tests", "Interop", "read.mjs");
        using Process node = Process.Start(new ProcessStartInfo(Npm.Node!, [script, Npm.Modules, path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = node.StandardError.ReadToEndAsync();
        string output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.Result);
        return output;
    }
}
