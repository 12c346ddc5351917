namespace AlphaKit.Data.Tests;

/// <summary>Structural errors stop the import; the message names file, line, key, rule and value.</summary>
public sealed class StructuralErrorTests
{
    [Fact]
    public async Task A_missing_required_column_is_named()
    {
        using CsvFolder folder = new CsvFolder().With("daily.csv", "ts_code,trade_date,open,high,low,close,vol\n000001.SZ,20200203,1,1,1,1,1\n");
        Check(await folder.FailsAsync(), "required_column", "daily.csv", 1, "pre_close");
    }

    [Theory]
    [InlineData("abc", "readable_value")]
    [InlineData("1.2.3", "readable_value")]
    [InlineData("1,2", "readable_file")]
    [InlineData("1e999", "readable_value")]
    public async Task An_unreadable_number_is_named_with_line_and_column(string value, string rule)
    {
        List<string> bars = SmallMarket.Bars();
        bars[4] = bars[4].Replace(",1000,", $",{value},", StringComparison.Ordinal);
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        DataValidationException error = await folder.FailsAsync();
        Check(error, rule, "daily.csv", 6, rule == "readable_value" ? "vol" : "line");
        Assert.Contains(value, error.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20200230")]
    [InlineData("2020/02/04")]
    [InlineData("202002")]
    public async Task An_unreadable_date_is_named_with_line_and_column(string value)
    {
        List<string> bars = SmallMarket.Bars();
        bars[4] = bars[4].Replace("20200204", value, StringComparison.Ordinal);
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        Check(await folder.FailsAsync(), "readable_value", "daily.csv", 6, "trade_date");
    }

    [Fact]
    public async Task A_missing_key_is_named()
    {
        List<string> bars = SmallMarket.Bars();
        bars[4] = bars[4].Replace("20200204", "", StringComparison.Ordinal);
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        Check(await folder.FailsAsync(), "key_present", "daily.csv", 6, "trade_date");
    }

    [Fact]
    public async Task A_key_with_two_contents_is_named_with_both_places()
    {
        List<string> bars = SmallMarket.Bars();
        bars.Add(bars[4].Replace(",1000,", ",1001,", StringComparison.Ordinal));
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        DataValidationException error = await folder.FailsAsync();
        Check(error, "unique_key", "daily.csv", 32, "600000.SH 2020-02-04");
        Assert.Contains("line 6", error.Message, StringComparison.Ordinal);
        Assert.Equal("vol 1000 and 1001", error.Value);
    }

    [Theory]
    [InlineData(100, 1, "vol seems to be in shares")]
    [InlineData(1, 1000, "amount seems to be in yuan")]
    [InlineData(100, 1000, "vol seems to be in shares and amount in yuan")]
    [InlineData(1, 0.1, "amount seems to be in ten thousand yuan")]
    public async Task A_wrong_unit_is_told_from_amount_over_volume(double volume, double amount, string advice)
    {
        IEnumerable<string> bars = SmallMarket.Bars().Select(b =>
        {
            string[] v = b.Split(',');
            v[7] = (double.Parse(v[7], System.Globalization.CultureInfo.InvariantCulture) * volume).ToString(System.Globalization.CultureInfo.InvariantCulture);
            v[8] = (double.Parse(v[8], System.Globalization.CultureInfo.InvariantCulture) * amount).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return string.Join(',', v);
        });
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        DataValidationException error = await folder.FailsAsync();
        Check(error, "units", "daily.csv", 2, "amount, vol");
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adjusted_and_unadjusted_bars_in_one_folder_are_refused()
    {
        string csv = SmallMarket.Csv(SmallMarket.Bars());
        using CsvFolder folder = new CsvFolder().With("daily.csv", csv).With("daily_qfq.csv", csv);
        Assert.Equal("table_once", (await folder.FailsAsync()).Rule);
    }

    [Fact]
    public async Task A_calendar_that_ends_before_the_bars_is_refused()
    {
        using CsvFolder folder = new CsvFolder()
            .With("daily.csv", SmallMarket.Csv(SmallMarket.Bars()))
            .With("trade_cal.csv", "exchange,cal_date,is_open\nSSE,20200203,1\nSSE,20200204,1\n");
        Check(await folder.FailsAsync(), "calendar_span", "daily.csv", 29, "2020-02-14");
    }

    [Fact]
    public async Task A_file_cut_off_in_the_middle_is_refused()
    {
        using CsvFolder folder = new CsvFolder().WithCompressed("daily.csv.gz", SmallMarket.Csv(SmallMarket.Bars()));
        byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(folder.Root, "daily.csv.gz"));
        folder.With("daily.csv.gz", bytes[..^20]);
        Check(await folder.FailsAsync(), "readable_file", "daily.csv.gz", null, "");
    }

    [Fact]
    public async Task A_name_twice_in_the_header_is_refused()
    {
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(SmallMarket.Bars().Select(b => b + ",1"), SmallMarket.Header + ",vol"));
        Check(await folder.FailsAsync(), "readable_file", "daily.csv", 1, "vol");
    }

    [Fact]
    public async Task A_text_that_is_not_utf8_is_refused()
    {
        byte[] name = [0xB6, 0xE0, 0xC6, 0xC0];
        byte[] bytes = [.. "ts_code,name,list_date\n000001.SZ,"u8, .. name, .. ",19910403\n"u8];
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(SmallMarket.Bars())).With("stock_basic.csv", bytes);
        Check(await folder.FailsAsync(), "readable_file", "stock_basic.csv", 2, "name");
    }

    private static void Check(DataValidationException error, string rule, string file, long? line, string key)
    {
        Assert.Equal(rule, error.Rule);
        Assert.Equal(file, error.File);
        if (line is not null) Assert.Equal(line, error.Line);
        Assert.Contains(key, error.Key, StringComparison.Ordinal);
        Assert.Contains(file, error.Message, StringComparison.Ordinal);
        Assert.Contains(rule, error.Message, StringComparison.Ordinal);
        Assert.Contains(error.Table, error.Message, StringComparison.Ordinal);
    }
}
