namespace AlphaKit.Data.Tushare.Tests.Endpoints;

public sealed class TableTests
{
    [Fact]
    public void Every_interface_that_factors_and_stores_need_is_in_the_table()
    {
        string[] needed =
        [
            "stock_basic", "namechange", "stock_st", "trade_cal", "daily", "adj_factor", "daily_basic", "suspend_d", "stk_limit", "moneyflow", "moneyflow_hsgt", "hk_hold", "hsgt_top10",
            "cyq_perf", "cyq_chips", "margin", "margin_detail", "income", "balancesheet", "cashflow", "fina_indicator", "forecast", "express", "dividend", "disclosure_date",
            "index_basic", "index_daily", "index_weight", "index_dailybasic", "index_classify", "index_member_all", "stk_mins", "top_list", "top_inst", "report_rc", "share_float",
            "repurchase", "stk_holdernumber", "opt_basic", "opt_daily", "bse_mapping", "shibor",
        ];
        Assert.Equal(needed.Order(StringComparer.Ordinal), TushareEndpoints.All.Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    // Caps and levels as the vendor's pages print them.
    [Theory]
    [InlineData("daily", 6000, 120)]
    [InlineData("stock_basic", 6000, 2000)]
    [InlineData("stk_limit", 5800, 2000)]
    [InlineData("daily_basic", 6000, 2000)]
    [InlineData("moneyflow", 6000, 2000)]
    [InlineData("moneyflow_hsgt", 300, 2000)]
    [InlineData("hk_hold", 3800, 2000)]
    [InlineData("cyq_perf", 5000, 5000)]
    [InlineData("cyq_chips", 2000, 5000)]
    [InlineData("margin", 4000, 2000)]
    [InlineData("margin_detail", 6000, 2000)]
    [InlineData("index_member_all", 2000, 2000)]
    [InlineData("index_daily", 8000, 2000)]
    [InlineData("index_dailybasic", 3000, 400)]
    [InlineData("top_list", 10000, 2000)]
    [InlineData("top_inst", 10000, 5000)]
    [InlineData("report_rc", 3000, 8000)]
    [InlineData("share_float", 6000, 120)]
    [InlineData("fina_indicator", 100, 2000)]
    [InlineData("disclosure_date", 3000, 500)]
    [InlineData("opt_daily", 15000, 2000)]
    [InlineData("stk_mins", 8000, 0)]
    [InlineData("stk_holdernumber", 3000, 600)]
    [InlineData("bse_mapping", 1000, 120)]
    [InlineData("shibor", 2000, 120)]
    public void Caps_and_levels_are_the_documented_ones(string name, int cap, int points)
    {
        TushareEndpoint endpoint = TushareEndpoints.Get(name);
        Assert.True(endpoint.CapIsDocumented);
        Assert.Equal((cap, points), (endpoint.Cap, endpoint.Points));
    }

    [Theory]
    [InlineData("income", 94)]
    [InlineData("balancesheet", 158)]
    [InlineData("cashflow", 97)]
    [InlineData("fina_indicator", 167)]
    [InlineData("daily", 11)]
    [InlineData("moneyflow", 20)]
    public void Wide_tables_have_every_column(string name, int columns) => Assert.Equal(columns, TushareEndpoints.Get(name).Columns.Count);

    [Fact]
    public void Kinds_and_units_agree_with_those_that_importers_convert_by()
    {
        List<string> differences = [];
        foreach (VendorTable table in VendorTable.All)
        {
            TushareEndpoint endpoint = TushareEndpoints.Get(table.Name);
            foreach (VendorColumn column in table.Columns)
            {
                // What is not the vendor's own: columns of other sources under the same table.
                if (column.Name is "issue_price" or "tradestatus" or "isST" || (table.Name, column.Name) is ("daily", "turnover_rate") or ("trade_cal", "exchange")) continue;
                if (table.TakesItems && column.Name is "f_ann_date" or "report_type" or "comp_type" or "end_type") continue;
                int at = endpoint.OrdinalOf(column.Name);
                if (at < 0) differences.Add($"{table}.{column.Name} is missing");
                else if (endpoint.Columns[at].Kind != column.Kind) differences.Add($"{table}.{column.Name} is {endpoint.Columns[at].Kind}, not {column.Kind}");
                else if (column.Kind == SourceColumnKind.Number && TushareUnits.FactorOf(endpoint.Columns[at].Unit) != column.Factor) differences.Add($"{table}.{column.Name}: {endpoint.Columns[at].Unit} is not × {column.Factor}");
            }
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void Every_column_can_be_stored_and_every_key_is_delivered_by_default()
    {
        foreach (TushareEndpoint endpoint in TushareEndpoints.All)
        {
            Assert.All(endpoint.Key, k => Assert.Contains(k, endpoint.Columns));
            Assert.NotNull(TushareUnits.Describe(endpoint.Columns[0].Unit));
            Assert.Equal(endpoint.Columns.Count, endpoint.Fields.Split(',').Length);
        }
    }

    [Theory]
    [InlineData("api x: y\n  key a\n  cap 5\n  text: a a", "column 'a' stands twice")]
    [InlineData("api x: y\n  key b\n  cap 5\n  text: a", "'b' is none of its columns")]
    [InlineData("api x: y\n  cap 5\n  text: a", "needs a key")]
    [InlineData("api x: y\n  key a\n  cap 5\n  stone: a", "'stone' is no unit")]
    [InlineData("api x: y\n  slice sideways", "'sideways' is no slicing rule")]
    [InlineData("api x: y\n  cap five", "Line 2")]
    [InlineData("tier 120 50", "Line 1")]
    [InlineData("something", "tier, gloss or api")]
    public void A_wrong_line_is_named(string text, string message)
    {
        FormatException wrong = Assert.Throws<FormatException>(() => EndpointTable.Parse(text));
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }

    // 2020-02-03 is a Monday; Beijing is eight hours ahead of UTC.
    [Theory]
    [InlineData("daily", "2020-02-03T07:59:00Z", "2020-02-02")]
    [InlineData("daily", "2020-02-03T08:00:00Z", "2020-02-03")]
    [InlineData("adj_factor", "2020-02-03T01:20:00Z", "2020-02-03")]
    [InlineData("margin_detail", "2020-02-04T00:59:00Z", "2020-02-02")]
    [InlineData("margin_detail", "2020-02-04T01:00:00Z", "2020-02-03")]
    [InlineData("moneyflow", "2020-02-03T17:00:00Z", "2020-02-03")]
    public void Days_are_ready_by_the_clock_of_Beijing(string name, string now, string day)
    {
        TushareReadyClock clock = TushareEndpoints.Get(name).Ready;
        DateOnly ready = clock.LastReadyDay(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), ready);
        Assert.True(clock.ReadyAt(ready) <= DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("daily", 120, 50)]
    [InlineData("daily", 2000, 200)]
    [InlineData("daily", 4999, 200)]
    [InlineData("daily", 5000, 500)]
    [InlineData("daily", 0, 50)]
    [InlineData("stock_basic", 15000, 50)]
    public void Calls_per_minute_follow_from_points(string name, int points, int calls) => Assert.Equal(calls, TushareEndpoints.Get(name).CallsPerMinute(points));

    [Fact]
    public void An_unknown_interface_is_named() =>
        Assert.Contains("'dayly'", Assert.Throws<ArgumentException>(() => TushareEndpoints.Get("dayly")).Message, StringComparison.Ordinal);
}
