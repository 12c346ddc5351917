using AlphaKit.TestSupport;
using Xunit.Abstractions;

namespace AlphaKit.Data.Tests;

/// <summary>
/// One folder per kind of bad input. Each must name file, line, key and rule, be it as an error or as a listed finding, and must not reach the
/// panel: an error leaves no market at all, a rejected row leaves its cell missing, and a kept one is listed.
/// </summary>
public sealed class BadInputTests(ITestOutputHelper output)
{
    private const string Bank = "600000.SH 2020-02-04";

    private sealed record Case(string Name, string Rule, long Line, string Key, Action<CsvFolder> Fill, bool Kept = false);

    private static readonly Case[] s_cases =
    [
        new("missing column", "required_column", 1, "pre_close", f => f.With("daily.csv", "ts_code,trade_date,open,high,low,close,vol\n000001.SZ,20200203,1,1,1,1,1\n")),
        new("duplicate key", "unique_key", 32, Bank, f => Daily(f, b => b.Add(b[4].Replace(",1000,", ",1001,", StringComparison.Ordinal)))),
        new("missing key", "key_present", 6, "trade_date", f => Daily(f, b => b[4] = b[4].Replace("20200204", "", StringComparison.Ordinal))),
        new("unreadable number", "readable_value", 6, "vol", f => Daily(f, b => b[4] = b[4].Replace(",1000,", ",abc,", StringComparison.Ordinal))),
        new("impossible date", "readable_value", 6, "trade_date", f => Daily(f, b => b[4] = b[4].Replace("20200204", "20200230", StringComparison.Ordinal))),
        new("wrong unit", "units", 2, "amount, vol", f => Daily(f, b => Each(b, bar => bar.Replace(",1000,", ",100000,", StringComparison.Ordinal)))),
        new("calendar too short", "calendar_span", 29, "2020-02-14", f => Daily(f, _ => { }).With("trade_cal.csv", "exchange,cal_date,is_open\nSSE,20200203,1\nSSE,20200204,1\n")),
        new("high below low", "impossible_bar", 6, Bank, f => Row(f, "20,19.9,20.1,20,20,1000,2000")),
        new("close above high", "impossible_bar", 6, Bank, f => Row(f, "20,20.1,19.9,20.2,20,1000,2000")),
        new("negative price", "impossible_bar", 6, Bank, f => Row(f, "20,20.1,-1,20,20,1000,2000")),
        new("negative volume", "impossible_bar", 6, Bank, f => Row(f, "20,20.1,19.9,20,20,-1000,2000")),
        new("negative amount", "impossible_bar", 6, Bank, f => Row(f, "20,20.1,19.9,20,20,1000,-2000")),
        new("volume without a close", "incomplete_bar", 6, Bank, f => Row(f, "20,20.1,19.9,,20,1000,2000")),
        new("date off the calendar", "off_calendar", 8, "600000.SH 2020-02-08", f => Daily(f, b => b.Insert(6, b[4].Replace("20200204", "20200208", StringComparison.Ordinal)))),
        new("close outside its limits", "close_outside_limit", 6, Bank, f => Row(f, "24,24,24,24,20,1000,2400"), Kept: true),
    ];

    [Fact]
    [Trait("Claim", "bad_input_named")]
    public async Task Every_kind_of_bad_input_is_refused_or_listed_with_file_line_key_and_rule()
    {
        int named = 0;
        foreach (Case bad in s_cases)
        {
            using CsvFolder folder = new();
            bad.Fill(folder);
            if (await WrongWithAsync(bad, folder) is { } wrong) output.WriteLine($"{bad.Name}: {wrong}");
            else named++;
        }

        Assert.Equal(15, s_cases.Length);
        Claim.Exactly("bad_input_named", named, 15);
    }

    /// <summary>What is not as it should be, or null.</summary>
    private static async Task<string?> WrongWithAsync(Case bad, CsvFolder folder)
    {
        TableMarket market;
        try
        {
            market = await folder.OpenAsync();
        }
        catch (DataValidationException error)
        {
            if ((error.Rule, error.File, error.Line) != (bad.Rule, "daily.csv", bad.Line) || !error.Key.Contains(bad.Key, StringComparison.Ordinal))
                return $"{error.Rule}, {error.File}, line {error.Line}, {error.Key}";
            string[] parts = [bad.Rule, "daily.csv", bad.Key, error.Table];
            return Array.TrueForAll(parts, p => error.Message.Contains(p, StringComparison.Ordinal)) ? null : error.Message;
        }

        if (market.Validation.Findings is not [{ } finding]) return $"{market.Validation.Findings.Count} findings";
        string key = $"{finding.Symbol} {finding.Date:yyyy-MM-dd}";
        if ((finding.Rule.Name, finding.Where, key) != (bad.Rule, new RowLocation("daily.csv", bad.Line), bad.Key)) return $"{finding.Rule.Name}, {finding.Where}, {key}";

        // Thirty rows are right; of the file nothing is lost without being counted.
        FileTally tally = market.Validation.Files.Single(f => f.Table == "daily");
        if (tally.Rows != tally.Imported + tally.Rejected + tally.Collapsed || tally.Rejected != (bad.Kept ? 0 : 1)) return tally.ToString();
        DateOnly day = finding.Date!.Value;
        if (!market.Calendar.Contains(day)) return null; // the stray day is not even a trading day
        Panel panel = await SmallMarket.PanelAsync(market, Field.Close);
        return float.IsNaN(panel[Field.Close, day][ panel.Axes.ColumnOf(finding.Symbol)]) == !bad.Kept ? null : "the row left out is in the panel";
    }

    private static CsvFolder Daily(CsvFolder folder, Action<List<string>> spoil)
    {
        List<string> bars = SmallMarket.Bars();
        spoil(bars);
        return folder.With("daily.csv", SmallMarket.Csv(bars));
    }

    private static void Each(List<string> bars, Func<string, string> change)
    {
        for (int i = 0; i < bars.Count; i++) bars[i] = change(bars[i]);
    }

    private static CsvFolder Row(CsvFolder folder, string values) => Daily(folder, b => b[4] = "600000.SH,20200204," + values);
}
