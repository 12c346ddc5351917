using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AlphaKit.Data.Simulation;
using AlphaKit.TestSupport;

namespace AlphaKit.Data.Tests.Store;

/// <summary>The lines of SQL of docs/store.md, run by DuckDB on a store written here.</summary>
public sealed partial class DuckDbTests
{
    [DuckDbFact]
    [Trait("Speed", "Slow")]
    public async Task The_lines_of_the_document_give_the_numbers_of_the_store()
    {
        string[] lines = [.. Sql().Matches(await File.ReadAllTextAsync(Path.Combine(SharedData.RepositoryRoot, "docs", "store.md"))).Select(m => m.Groups["sql"].Value.Trim())];
        Assert.Equal(3, lines.Length);
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Stocks = 20, From = new DateOnly(2019, 10, 8), To = new DateOnly(2020, 3, 31), Threads = 1 });
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        SourceTable daily = await market.ReadAsync("daily"), income = await market.ReadAsync("income");
        double[] corrected = [.. daily.Find("close")!.Numbers.ToArray().Select((close, row) => row % 50 == 7 ? close + 0.01 : close)];
        await using (StoreWriter writer = await store.WriteAsync())
        {
            await writer.AppendAsync(Rows.Income, income);
            await writer.AppendAsync(Rows.Daily, daily);
            Assert.Equal(Closes(await store.Latest.ReadAsync("daily")), Closes(Query(lines[0], folder.Path)));
            folder.Now = folder.Now.AddDays(1);
        }

        await using (StoreWriter writer = await store.WriteAsync())
        {
            AppendResult result = await writer.AppendAsync(Rows.Daily, new SourceTable("daily", [.. daily.Columns.Select(c => c.Name == "close" ? SourceColumn.Of("close", corrected) : c)], "test"));
            Assert.True(result.Corrected > 20);
            await writer.CompactAsync();
        }

        Assert.Equal(Closes(await store.Latest.ReadAsync("daily")), Closes(Query(lines[1], folder.Path)));
        SourceTable known = await store.AsOf(new DateOnly(2020, 1, 23)).ReadAsync("income");
        string[] expected = [.. Enumerable.Range(0, known.RowCount)
            .GroupBy(r => (known.Find("ts_code")!.Symbols[r], known.Find("end_date")!.Dates[r]))
            .Select(g => g.MaxBy(r => (known.Find("f_ann_date")!.Dates[r], known.Find("update_flag")!.Texts[r])))
            .Select(r => $"{known.Find("ts_code")!.Symbols[r]} {known.Find("end_date")!.Dates[r]:yyyy-MM-dd} {Number(known.Find("n_income_attr_p")!.Numbers[r])}").Order(StringComparer.Ordinal)];
        Assert.NotEmpty(expected);
        Assert.Equal<IEnumerable<string>>(expected, [.. Query(lines[2], folder.Path).Select(r => $"{r[0].GetString()} {r[1].GetString()} {Number(r[2].GetDouble())}").Order(StringComparer.Ordinal)]);
    }

    private static string[] Closes(SourceTable table) =>
        [.. Enumerable.Range(0, table.RowCount).Select(r => $"{table.Find("ts_code")!.Symbols[r]} {table.Find("trade_date")!.Dates[r]:yyyy-MM-dd} {Number(table.Find("close")!.Numbers[r])}").Order(StringComparer.Ordinal)];

    private static string[] Closes(List<JsonElement> rows) =>
        [.. rows.Select(r => $"{r[0].GetString()} {r[1].GetString()} {Number(r[2].GetDouble())}").Order(StringComparer.Ordinal)];

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static List<JsonElement> Query(string sql, string folder)
    {
        string script = Path.Combine(SharedData.RepositoryRoot, "tests", "AlphaKit.Data.Tests", "Store", "query.mjs");
        using Process node = Process.Start(new ProcessStartInfo(DuckDbFactAttribute.Node!, [script, DuckDbFactAttribute.Modules, sql.Replace("'store/", $"'{folder}/", StringComparison.Ordinal)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        Task<string> errors = node.StandardError.ReadToEndAsync();
        string output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.Result);
        return [.. output.Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
    }

    [GeneratedRegex(@"^```sql\r?\n(?<sql>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Sql();
}
