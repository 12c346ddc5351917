using System.Text.Json;
using AlphaKit.Data.Simulation;
using AlphaKit.TestSupport;

namespace AlphaKit.Data.Tests.Store;

public sealed class StoreValidationTests
{
    private static readonly TableMarketOptions s_small = new() { SnapshotShare = 0 };
    private static readonly Lazy<SimulatedMarket> s_market = new(() => SimulatedMarket.Create(new SimulationOptions { Stocks = 30, From = new DateOnly(2020, 6, 1), To = new DateOnly(2020, 12, 31), Threads = 1 }));

    [Fact]
    public async Task A_simulated_market_passes_and_its_limits_are_those_of_the_rules()
    {
        ValidationReport report = await CheckAsync();
        Assert.False(report.HasErrors);
        Assert.Equal([0L, 0, 0, 0, 0], new[] { "stored_file", "missing_day", "thin_day", "factor_step", "limit_differs" }.Select(report.CountOf));
    }

    [Fact]
    public async Task Each_defect_is_found_once_where_it_is()
    {
        DateOnly gone = s_market.Value.Calendar[70], thin = s_market.Value.Calendar[100], wrong = s_market.Value.Calendar[50];
        SourceTable daily = await s_market.Value.ReadAsync("daily"), limits = await s_market.Value.ReadAsync("stk_limit"), basic = await s_market.Value.ReadAsync("daily_basic");
        Symbol share = daily.Find("ts_code")!.Symbols[daily.Find("trade_date")!.Dates.IndexOf(wrong)];
        ValidationReport report = await CheckAsync(
            Without(basic, (symbol, date) => date == gone || (date == thin && symbol.Number % 2 == 0)),
            Changed(limits, "up_limit", (symbol, date, value) => symbol == share && date == wrong ? value + 0.01 : value));
        Assert.False(report.HasErrors);
        ValidationFinding missing = Assert.Single(report.Findings, f => f.Rule.Name == "missing_day"), few = Assert.Single(report.Findings, f => f.Rule.Name == "thin_day"), limit = Assert.Single(report.Findings, f => f.Rule.Name == "limit_differs");
        Assert.Equal(("daily_basic", gone), (missing.Table, missing.Date));
        Assert.Equal(("daily_basic", thin), (few.Table, few.Date));
        Assert.Equal(("stk_limit", share, wrong), (limit.Table, limit.Symbol, limit.Date));
    }

    [Fact]
    public async Task An_error_leaves_out_its_table_and_the_rest_is_checked()
    {
        SourceTable daily = await s_market.Value.ReadAsync("daily");
        ValidationReport report = await CheckAsync(Changed(daily, "amount", (_, _, value) => value * 1000));
        Assert.True(report.HasErrors);
        Assert.Equal(1, report.CountOf("units", "daily"));
        Assert.Contains(report.Files, f => f.Table == "adj_factor" && f.Rows > 0);
        using JsonDocument json = JsonDocument.Parse(report.ToJson());
        JsonElement finding = json.RootElement.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("rule").GetString() == "units");
        Assert.Equal(("daily", "Error", JsonValueKind.Null), (finding.GetProperty("table").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("symbol").ValueKind));
        Assert.Equal(report.Files.Count, json.RootElement.GetProperty("files").GetArrayLength());
        Assert.Contains(json.RootElement.GetProperty("rules").EnumerateArray(), r => r.GetProperty("rule").GetString() == "units" && r.GetProperty("count").GetInt64() == 1);
        Assert.Contains("units", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_found_although_it_was_read_before()
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using (StoreWriter writer = await store.WriteAsync()) await writer.AppendAsync(Rows.Daily, Rows.Bars((1, 0, 10)));
        string file = Path.Combine(folder.Path, "daily", "2025_000001.parquet");
        byte[] bytes = await File.ReadAllBytesAsync(file);
        DateTime written = File.GetLastWriteTimeUtc(file);
        bytes[30] ^= 4;
        await File.WriteAllBytesAsync(file, bytes);
        File.SetLastWriteTimeUtc(file, written);
        ValidationReport report = await store.Latest.ValidateAsync();
        Assert.Equal(("stored_file", "daily", file), (Assert.Single(report.Findings).Rule.Name, report.Findings[0].Table, report.Findings[0].Where.File));
    }

    [SharedDataFact("csi300_weights")]
    public async Task Snapshots_of_the_csi_300_load_and_the_four_defective_ones_are_reported()
    {
        string source = SharedData.PathOf("csi300_weights")!;
        using CsvFolder copy = new CsvFolder().With("index_weight_399300.csv.gz", await File.ReadAllBytesAsync(Path.Combine(source, "index_weight_399300.csv.gz")));
        TushareFolder files = await TushareFolder.ScanAsync(copy.Root);
        SourceTable rows = await files.ReadAsync("index_weight");
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using (StoreWriter writer = await store.WriteAsync()) Assert.Equal(rows.RowCount, (await writer.AppendAsync(StoreTable.Find("index_weight")!, rows)).Added);
        Assert.Equal(359, (await store.Latest.ReadAsync("index_weight")).Find("trade_date")!.Dates.ToArray().Distinct().Count());
        ValidationReport report = await store.Latest.ValidateAsync();
        Assert.Equal(
            ["2009-12-03 snapshot_truncated", "2009-12-29 snapshot_member_count", "2009-12-30 snapshot_member_count", "2009-12-31 snapshot_member_count"],
            report.Findings.Where(f => f.Rule.Name.StartsWith("snapshot", StringComparison.Ordinal)).Select(f => $"{f.Date:yyyy-MM-dd} {f.Rule.Name}").Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task<ValidationReport> CheckAsync(params SourceTable[] changed)
    {
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using (StoreWriter writer = await store.WriteAsync())
        {
            foreach (string table in new[] { "trade_cal", "stock_basic", "daily", "adj_factor", "daily_basic", "stk_limit", "suspend_d", "stock_st", "namechange" })
                await writer.AppendAsync(StoreTable.Find(table)!, Array.Find(changed, c => c.Name == table) ?? await s_market.Value.ReadAsync(table));
        }

        return await store.Latest.ValidateAsync(s_small);
    }

    private static SourceTable Without(SourceTable table, Func<Symbol, DateOnly, bool> skip)
    {
        int[] kept = [.. Enumerable.Range(0, table.RowCount).Where(r => !skip(table.Find("ts_code")!.Symbols[r], table.Find("trade_date")!.Dates[r]))];
        return new SourceTable(table.Name, [.. table.Columns.Select(c => RowColumns.Take(c, kept))], table.Origin);
    }

    private static SourceTable Changed(SourceTable table, string column, Func<Symbol, DateOnly, double, double> change) => new(
        table.Name,
        [
            .. table.Columns.Select(c => c.Name != column ? c : SourceColumn.Of(column, [.. Enumerable.Range(0, table.RowCount).Select(r =>
                change(table.Find("ts_code")!.Symbols[r], table.Find("trade_date")!.Dates[r], c.Numbers[r]))])),
        ],
        table.Origin);
}
