namespace AlphaKit.Data.Tests;

/// <summary>Rows that cannot be right are left out and listed; the others are imported.</summary>
public sealed class RowRuleTests
{
    [Theory]
    [InlineData("20,19.9,20.1,20,20,1000,2000", "impossible_bar")]
    [InlineData("20.5,20.1,19.9,20,20,1000,2000", "impossible_bar")]
    [InlineData("20,20.1,19.9,20.2,20,1000,2000", "impossible_bar")]
    [InlineData("20,20.1,0,20,20,1000,2000", "impossible_bar")]
    [InlineData("20,20.1,-1,20,20,1000,2000", "impossible_bar")]
    [InlineData("20,20.1,19.9,20,20,-1000,2000", "impossible_bar")]
    [InlineData("20,20.1,19.9,20,20,1000,-2000", "impossible_bar")]
    [InlineData("20,20.1,19.9,20,0,1000,2000", "impossible_bar")]
    [InlineData("20,20.1,19.9,,20,1000,2000", "incomplete_bar")]
    [InlineData("20,20.1,19.9,20,20,,2000", "incomplete_bar")]
    public async Task An_impossible_bar_is_left_out_and_listed(string values, string rule)
    {
        List<string> bars = SmallMarket.Bars();
        bars[4] = "600000.SH,20200204," + values;
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        TableMarket market = await folder.OpenAsync();
        ValidationFinding finding = Assert.Single(market.Validation.Findings);
        Assert.Equal(rule, finding.Rule.Name);
        Assert.Equal(new RowLocation("daily.csv", 6), finding.Where);
        Assert.Equal((Symbol.Parse("600000.SH"), new DateOnly(2020, 2, 4)), (finding.Symbol, finding.Date!.Value));
        Panel panel = await SmallMarket.PanelAsync(market, Field.Close, Field.IsSuspended);
        Assert.True(float.IsNaN(panel[Field.Close][1, 1]));
        Assert.Equal(20.2f, panel[Field.Close][2, 1]);
    }

    [Fact]
    public async Task A_stray_bar_on_a_holiday_is_no_trading_day()
    {
        List<string> bars = SmallMarket.Bars();
        bars.Insert(6, bars[4].Replace("20200204", "20200208", StringComparison.Ordinal));
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        TableMarket market = await folder.OpenAsync();
        Assert.Equal(SmallMarket.Days, market.Calendar);
        Assert.Equal("off_calendar", Assert.Single(market.Validation.Findings).Rule.Name);
        Assert.Contains(market.Coverage.Notes, n => n.Contains("no trade_cal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stray_bar_on_a_weekday_holiday_is_no_trading_day()
    {
        // Of twelve shares one has a bar on Wednesday the 12th.
        List<string> bars = SmallMarket.Bars();
        bars.AddRange(from code in Enumerable.Range(600001, 9) from bar in SmallMarket.Bars() where bar.StartsWith("600000.SH", StringComparison.Ordinal) select bar.Replace("600000", code.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        bars.RemoveAll(b => b.Contains(",20200212,", StringComparison.Ordinal) && !b.StartsWith("600000.SH", StringComparison.Ordinal));
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        TableMarket market = await folder.OpenAsync();
        Assert.Equal(9, market.Calendar.Count);
        Assert.Equal(new DateOnly(2020, 2, 12), Assert.Single(market.Validation.Findings, f => f.Rule.Name == "off_calendar").Date);
    }

    [Fact]
    public async Task Lines_are_counted_over_blank_lines_and_quoted_line_ends()
    {
        const string Names = "ts_code,name,list_date\n\n000001.SZ,\"a\nb\",19910403\r\n\n600000.SH,b,19991110\n510300.SH,c,20120528\n";
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(SmallMarket.Bars())).With("stock_basic.csv", Names);
        TableMarket market = await folder.OpenAsync();
        Assert.Equal(new RowLocation("stock_basic.csv", 7), Assert.Single(market.Validation.Findings).Where);
        Assert.Equal("a\nb", market.Securities.Find(Symbol.Parse("000001.SZ"))!.Name);
    }

    [Fact]
    public async Task A_stray_bar_on_a_day_that_trade_cal_closes_is_left_out()
    {
        List<string> bars = SmallMarket.Bars();
        using CsvFolder folder = new CsvFolder()
            .With("daily.csv", SmallMarket.Csv(bars))
            .With("trade_cal.csv", "exchange,cal_date,is_open\n" + string.Concat(SmallMarket.Days.Select(d => $"SSE,{d:yyyyMMdd},{(d.Day == 6 ? 0 : 1)}\n")));
        TableMarket market = await folder.OpenAsync();
        Assert.Equal(9, market.Calendar.Count);
        Assert.Equal(3, market.Validation.CountOf("off_calendar", "daily"));
    }

    [Fact]
    public async Task A_bar_before_listing_is_left_out()
    {
        using CsvFolder folder = new CsvFolder()
            .With("daily.csv", SmallMarket.Csv(SmallMarket.Bars()))
            .With("stock_basic.csv", "ts_code,name,list_date,delist_date\n000001.SZ,平安银行,19910403,\n600000.SH,浦发银行,20200205,\n688001.SH,华兴源创,20190722,20200214\n");
        TableMarket market = await folder.OpenAsync();
        Assert.Equal(3, market.Validation.CountOf("not_listed"));
        Assert.Equal("浦发银行", market.Securities.Find(Symbol.Parse("600000.SH"))!.Name);
        Panel panel = await SmallMarket.PanelAsync(market, Field.IsSuspended);
        Assert.True(float.IsNaN(panel[Field.IsSuspended][1, 1]));
        Assert.Equal(0, panel[Field.IsSuspended][2, 1]);
        Assert.True(float.IsNaN(panel[Field.IsSuspended][9, 2]));
    }

    [Fact]
    public async Task A_share_with_bars_but_without_record_is_kept_and_noted()
    {
        using CsvFolder folder = new CsvFolder()
            .With("daily.csv", SmallMarket.Csv(SmallMarket.Bars()))
            .With("stock_basic.csv", "ts_code,name,list_date\n000001.SZ,平安银行,19910403\n600000.SH,浦发银行,19991110\n");
        TableMarket market = await folder.OpenAsync();
        Assert.Equal(3, market.Securities.All.Count);
        Assert.Null(market.Securities.Find(Symbol.Parse("688001.SH"))!.Listed);
        Assert.Contains(market.Coverage.Notes, n => n.StartsWith("1 shares have bars but no stock_basic record", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_factor_step_without_a_gap_and_a_gap_without_a_step_are_listed()
    {
        List<string> bars = SmallMarket.Bars();

        // 600000.SH goes ex on 2020-02-06 (row 10): pre_close 10.15 against a close of 20.2 the day before, so the factor must double.
        bars[10] = "600000.SH,20200206,10.15,10.2,10.1,10.15,10.1,1000,1015";
        using CsvFolder folder = new CsvFolder()
            .With("daily.csv", SmallMarket.Csv(bars))
            .With("adj_factor.csv", SmallMarket.Table("adj_factor", (share, day) => share == 0 && day >= 5 ? "1.2" : share == 1 && day >= 3 ? "2" : "1"));
        TableMarket market = await folder.OpenAsync();
        ValidationFinding[] steps = [.. market.Validation.Findings.Where(f => f.Rule.Name == "factor_step")];

        // The share with a gap steps rightly on the 6th and not back on the 7th, when its pre_close is 20.3 again; the first steps on the 10th without any gap.
        Assert.Equal(["600000.SH 2020-02-07", "000001.SZ 2020-02-10"], steps.Select(f => $"{f.Symbol} {f.Date:yyyy-MM-dd}"));
        Assert.Equal(new RowLocation("adj_factor.csv", 17), steps[1].Where);

        // From the step on the adjusted prices of that share are missing, before it they stand; on request the factor is used as it is.
        Panel panel = await SmallMarket.PanelAsync(market, Field.AdjustedClose);
        TableMarket kept = await folder.OpenAsync(new TableMarketOptions { FactorSteps = FactorStepPolicy.Keep });
        Panel trusting = await SmallMarket.PanelAsync(kept, Field.AdjustedClose);
        Assert.Equal(2 * 10.15f, panel[Field.AdjustedClose][3, 1], 3);
        Assert.True(float.IsNaN(panel[Field.AdjustedClose][4, 1]));
        Assert.True(float.IsNaN(panel[Field.AdjustedClose][5, 1]));
        Assert.True(float.IsNaN(panel[Field.AdjustedClose][5, 0]));
        Assert.False(float.IsNaN(panel[Field.AdjustedClose][4, 0]));
        Assert.Equal(2 * 20.4f, trusting[Field.AdjustedClose][4, 1], 1);
    }

    [Fact]
    public async Task A_missing_factor_is_reported_and_adjusted_prices_are_missing()
    {
        using CsvFolder folder = new CsvFolder()
            .With("daily.csv", SmallMarket.Csv(SmallMarket.Bars()))
            .With("adj_factor.csv", SmallMarket.Table("adj_factor", (_, _) => "2").Replace("600000.SH,20200206,2\n", "", StringComparison.Ordinal));
        TableMarket market = await folder.OpenAsync();
        Assert.Equal(1, market.Validation.CountOf("missing_adj_factor"));
        Panel panel = await SmallMarket.PanelAsync(market, Field.AdjustedClose, Field.AdjustedVwap);
        Assert.True(float.IsNaN(panel[Field.AdjustedClose][3, 1]));
        Assert.True(float.IsNaN(panel[Field.AdjustedVwap][3, 1]));
        Assert.Equal(40.8f, panel[Field.AdjustedClose][4, 1]);
        Assert.Equal(40.8f, panel[Field.AdjustedVwap][4, 1]);
    }

    [Fact]
    public async Task A_single_amount_out_of_scale_is_listed()
    {
        List<string> bars = SmallMarket.Bars();
        bars[4] = bars[4].Replace("2010.000", "201.000", StringComparison.Ordinal);
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        TableMarket market = await folder.OpenAsync();
        Assert.Equal(new RowLocation("daily.csv", 6), Assert.Single(market.Validation.Findings).Where);
        Assert.Equal(1, market.Validation.CountOf("amount_outside_bar"));
    }

    [Fact]
    public async Task The_report_prints_files_and_rules()
    {
        List<string> bars = SmallMarket.Bars();
        bars.Add(bars[0]);
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        string text = (await folder.OpenAsync()).Validation.ToString();
        Assert.Contains("daily.csv", text, StringComparison.Ordinal);
        Assert.Contains("exact_duplicate", text, StringComparison.Ordinal);
    }
}
