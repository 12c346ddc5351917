namespace AlphaKit.Data.Tests;

/// <summary>ST, suspension, limits, industries and index weights as of each day.</summary>
public sealed class StateTests
{
    private static CsvFolder Folder() => new CsvFolder().With("daily.csv", SmallMarket.Csv(SmallMarket.Bars()));

    [Fact]
    public async Task St_comes_from_stock_st_on_the_days_it_covers_and_from_names_on_the_others()
    {
        using CsvFolder folder = Folder()
            .With("stock_st.csv", "ts_code,trade_date\n000001.SZ,20200210\n000001.SZ,20200211\n")
            .With("namechange.csv", "ts_code,name,start_date,end_date,ann_date\n600000.SH,*ST浦发,20200204,20200205,20200203\n600000.SH,浦发,20200206,,20200205\n688001.SH,ST华兴,20200205,,20200207\n");
        Panel panel = await SmallMarket.PanelAsync(await folder.OpenAsync(), Field.IsSt);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 0, 0, 0], Column(panel, Field.IsSt, 0));
        Assert.Equal([0, 1, 1, 0, 0, 0, 0, 0, 0, 0], Column(panel, Field.IsSt, 1));

        // The third name starts on the 5th but is announced on the 7th: before that nobody could know it. stock_st covers the 10th and 11th.
        Assert.Equal([0, 0, 0, 0, 1, 0, 0, 1, 1, 1], Column(panel, Field.IsSt, 2));
    }

    [Fact]
    public async Task St_comes_from_the_column_of_daily_when_no_table_tells()
    {
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(SmallMarket.Bars().Select(b => b + (b.StartsWith("600000.SH,20200205", StringComparison.Ordinal) ? ",1" : ",0")), SmallMarket.Header + ",isST"));
        Panel panel = await SmallMarket.PanelAsync(await folder.OpenAsync(), Field.IsSt);
        Assert.Equal([0, 0, 1, 0, 0, 0, 0, 0, 0, 0], Column(panel, Field.IsSt, 1));
    }

    [Fact]
    public async Task Whole_day_suspension_records_count_unless_the_share_traded()
    {
        List<string> bars = SmallMarket.Bars();
        bars.RemoveAll(b => b.StartsWith("600000.SH,20200205", StringComparison.Ordinal));
        using CsvFolder folder = new CsvFolder()
            .With("daily.csv", SmallMarket.Csv(bars))
            .With("suspend_d.csv", "ts_code,trade_date,suspend_timing,suspend_type\n600000.SH,20200205,,S\n600000.SH,20200206,,S\n600000.SH,20200207,09:30-10:00,S\n600000.SH,20200210,,R\n");
        TableMarket market = await folder.OpenAsync();
        Panel panel = await SmallMarket.PanelAsync(market, Field.IsSuspended);
        Assert.Equal([0, 0, 1, 0, 0, 0, 0, 0, 0, 0], Column(panel, Field.IsSuspended, 1));
        ValidationFinding finding = Assert.Single(market.Validation.Findings);
        Assert.Equal(("bar_while_suspended", new DateOnly(2020, 2, 6)), (finding.Rule.Name, finding.Date!.Value));
    }

    [Fact]
    public async Task Rows_without_volume_are_suspended_days_without_prices()
    {
        List<string> bars = SmallMarket.Bars();
        bars[4] = "600000.SH,20200204,20,20,20,20,20,0,0";
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        Panel panel = await SmallMarket.PanelAsync(await folder.OpenAsync(), Field.IsSuspended, Field.Close);
        Assert.Equal(1, panel[Field.IsSuspended][1, 1]);
        Assert.True(float.IsNaN(panel[Field.Close][1, 1]));
    }

    [Fact]
    public async Task Published_limits_win_and_sentinels_are_no_limits()
    {
        using CsvFolder folder = Folder().With("stk_limit.csv", SmallMarket.Table("up_limit,down_limit,pre_close", (share, day) => (share, day) switch
        {
            (0, 0) => "99999.999,0.01,10",
            (0, 1) => "0,0,10",
            (0, 2) => "-1,-1,10",
            (0, 3) => "1000000,0.01,10",
            (0, 4) => "101,0.01,10",
            (1, 0) => "99999.99,0.01,",
            _ => "90,1,50",
        }));
        Panel panel = await SmallMarket.PanelAsync(await folder.OpenAsync(), Field.LimitUp, Field.LimitDown);
        for (int day = 0; day < 5; day++)
        {
            Assert.True(float.IsNaN(panel[Field.LimitUp][day, 0]));
            Assert.True(float.IsNaN(panel[Field.LimitDown][day, 0]));
        }

        Assert.True(float.IsNaN(panel[Field.LimitUp][0, 1]));
        Assert.Equal((90f, 1f), (panel[Field.LimitUp][5, 0], panel[Field.LimitDown][5, 0]));
    }

    [Fact]
    public async Task Limits_without_a_table_follow_the_rules()
    {
        using CsvFolder folder = Folder()
            .With("stock_st.csv", "ts_code,trade_date\n000001.SZ,20200204\n")
            .With("stock_basic.csv", "ts_code,name,list_date\n000001.SZ,a,19910403\n600000.SH,b,19991110\n688001.SH,c,20190722\n");
        TableMarket market = await folder.OpenAsync();
        Panel panel = await SmallMarket.PanelAsync(market, Field.LimitUp, Field.LimitDown);

        // pre_close 10.00 under ST: 10.50 and 9.50; main board 20.10: 22.11 and 18.09; STAR 30.10: 36.12 and 24.08, half up.
        Assert.Equal((10.5f, 9.5f), (panel[Field.LimitUp][1, 0], panel[Field.LimitDown][1, 0]));
        Assert.Equal((22.11f, 18.09f), (panel[Field.LimitUp][2, 1], panel[Field.LimitDown][2, 1]));
        Assert.Equal((36.12f, 24.08f), (panel[Field.LimitUp][2, 2], panel[Field.LimitDown][2, 2]));
        Assert.Contains(market.Coverage.Notes, n => n.Contains("computed from the dated rules", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_close_outside_its_limits_is_listed_and_kept()
    {
        List<string> bars = SmallMarket.Bars();
        bars[4] = "600000.SH,20200204,24,24,24,24,20,1000,2400";
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        TableMarket market = await folder.OpenAsync();
        ValidationFinding finding = Assert.Single(market.Validation.Findings);
        Assert.Equal(("close_outside_limit", new RowLocation("daily.csv", 6)), (finding.Rule.Name, finding.Where));
        Assert.Equal(24f, (await SmallMarket.PanelAsync(market, Field.Close))[Field.Close][1, 1]);
    }

    [Fact]
    public async Task A_seasoned_price_ten_times_its_pre_close_is_left_out()
    {
        List<string> bars = SmallMarket.Bars();
        int row = bars.FindIndex(b => b.StartsWith("600000.SH,20200212", StringComparison.Ordinal));
        bars[row] = "600000.SH,20200212,207,207,207,207,20.6,1000,20700";
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        TableMarket market = await folder.OpenAsync();
        Assert.Equal("price_out_of_scale", Assert.Single(market.Validation.Findings).Rule.Name);
    }

    [Fact]
    public async Task A_share_that_first_appears_later_has_the_limits_of_a_listing()
    {
        List<string> bars = SmallMarket.Bars();
        bars.RemoveAll(b => b.StartsWith("688001.SH,20200203", StringComparison.Ordinal));
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(bars));
        Panel panel = await SmallMarket.PanelAsync(await folder.OpenAsync(), Field.LimitUp);

        // STAR shares have no limit on their first five trading days, here the second to sixth row.
        Assert.Equal([true, true, true, true, true, true, false, false, false, false], Column(panel, Field.LimitUp, 2).Select(float.IsNaN));
    }

    [Fact]
    public async Task Industry_is_in_force_from_in_date_until_the_day_before_out_date()
    {
        using CsvFolder folder = Folder().With(
            "index_member_all.csv", "l1_code,l1_name,ts_code,in_date,out_date\n801780.SI,银行,600000.SH,20000101,20200206\n801790.SI,非银金融,600000.SH,20200210,\n801999.SI,x,000001.SZ,20000101,\n");
        TableMarket market = await folder.OpenAsync();
        Panel panel = await SmallMarket.PanelAsync(market, Field.Industry);
        Assert.Equal([16, 16, 16, float.NaN, float.NaN, 17, 17, 17, 17, 17], Column(panel, Field.Industry, 1));
        Assert.All(Column(panel, Field.Industry, 0), v => Assert.True(float.IsNaN(v)));
        Assert.Equal(1, market.Validation.CountOf("unknown_industry"));
        List<IndustryMembership> rows = [];
        await foreach (IndustryMembership row in market.ReadAsync(Datasets.IndustryMemberships, DatasetQuery.All)) rows.Add(row);
        Assert.Equal(new DateOnly(2020, 2, 5), rows[0].To);
    }

    [Fact]
    public async Task Index_weights_come_wholly_from_the_newest_snapshot()
    {
        using CsvFolder folder = Folder().With(
            "index_weight.csv", "index_code,con_code,trade_date,weight\n000001.SH,000001.SZ,20200204,60\n000001.SH,600000.SH,20200204,40\n000001.SH,600000.SH,20200211,100\n");
        TableMarket market = await folder.OpenAsync();
        Field weight = Field.IndexWeight(Symbol.Parse("000001.SH"));
        Panel panel = await SmallMarket.PanelAsync(market, weight);
        const float No = float.NaN;
        Assert.Equal([No, 0.6f, 0.6f, 0.6f, 0.6f, 0.6f, No, No, No, No], Column(panel, weight, 0));
        Assert.Equal([No, 0.4f, 0.4f, 0.4f, 0.4f, 0.4f, 1, 1, 1, 1], Column(panel, weight, 1));
        Panel members = await market.PanelAsync(new PanelQuery
        {
            From = market.Calendar.First, To = market.Calendar.Last, Fields = [Field.Close], Universe = Universe.Index(Symbol.Parse("000001.SH")),
        });
        Assert.False(members.IsMember(SmallMarket.Symbols[0], new(2020, 2, 11)));
        Assert.True(members.IsMember(SmallMarket.Symbols[0], new(2020, 2, 10)));
    }

    private static float[] Column(Panel panel, Field field, int column) => [.. Enumerable.Range(0, panel.Axes.Days).Select(t => panel[field][t, column])];
}
