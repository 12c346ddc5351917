namespace AlphaKit.Data.Tests;

/// <summary>Corporate actions, statements, forecasts, names and index bars as typed rows.</summary>
public sealed class EventTests
{
    private static CsvFolder Folder() => new CsvFolder().With("daily.csv", SmallMarket.Csv(SmallMarket.Bars()));

    [Fact]
    public async Task Implemented_distributions_become_corporate_actions()
    {
        const string Header = "ts_code,end_date,ann_date,div_proc,stk_div,stk_bo_rate,stk_co_rate,cash_div,cash_div_tax,record_date,ex_date,pay_date,div_listdate,imp_ann_date\n";
        using CsvFolder folder = Folder().With("dividend.csv", Header
            + "600000.SH,20191231,20200110,预案,0,,,,0.5,,,,,\n"
            + "600000.SH,20191231,20200110,实施,0.5,0.2,0.3,0.45,0.5,20200205,20200206,20200206,20200207,20200201\n"
            + "600000.SH,20191231,20200110,实施,0.5,0.2,0.3,0.45,0.5,20200205,20200206,20200206,20200207,20200201\n"
            + "000001.SZ,20191231,20200110,实施,0,,,0,0,20200205,20200206,,,20200201\n"
            + "000001.SZ,20191231,20200110,实施,0,,,0.1,0.1,20200206,20200205,,,20200201\n");
        TableMarket market = await folder.OpenAsync();
        CorporateAction action = Assert.Single(await AllAsync(market, Datasets.CorporateActions));
        Assert.Equal(
            new CorporateAction(Symbol.Parse("600000.SH"), new(2020, 2, 1), new(2020, 2, 5), new(2020, 2, 6), new(2020, 2, 6), new(2020, 2, 7), 0.5m, 0.2m, 0.3m),
            action);
        Assert.Equal(1, market.Validation.CountOf("not_implemented"));
        Assert.Equal(1, market.Validation.CountOf("exact_duplicate"));
        Assert.Equal(1, market.Validation.CountOf("incomplete_action"));
        Assert.Equal(1, market.Validation.CountOf("impossible_interval"));
        Assert.Equal(new FileTally("dividend.csv", "dividend", 5, 1, 3, 1), market.Validation.Files.Single(f => f.Table == "dividend"));
    }

    [Fact]
    public async Task Statement_versions_are_kept_and_duplicates_resolved()
    {
        const string Header = "ts_code,ann_date,f_ann_date,end_date,report_type,comp_type,n_income_attr_p,revenue,remark,update_flag\n";
        using CsvFolder folder = Folder().With("income.csv", Header
            + "600000.SH,20190430,20190430,20190331,1,2,100,900,x,0\n"
            + "600000.SH,20190430,20190430,20190331,1,2,101,900,x,1\n"
            + "600000.SH,20190430,20200430,20190331,4,2,110,,x,0\n"
            + "600000.SH,20190430,20190430,20190331,2,2,100,900,x,0\n"
            + "600000.SH,20190331,20190331,20190331,1,2,100,900,x,0\n");
        TableMarket market = await folder.OpenAsync();
        List<FinancialStatement> rows = await AllAsync(market, Datasets.FinancialStatements);
        Assert.Equal([101.0, 110.0], rows.Select(r => r.Items["n_income_attr_p"]));
        Assert.Equal([new DateOnly(2019, 4, 30), new DateOnly(2020, 4, 30)], rows.Select(r => r.Announced));
        Assert.All(rows, r => Assert.Equal(new DateOnly(2019, 4, 30), r.FirstAnnounced));
        Assert.False(rows[1].Items.ContainsKey("revenue"));
        Assert.False(rows[0].Items.ContainsKey("remark"));
        Assert.Equal(1, market.Validation.CountOf("duplicate_event"));
        Assert.Equal(1, market.Validation.CountOf("other_report_type"));
        Assert.Equal(1, market.Validation.CountOf("announced_before_end"));
    }

    [Fact]
    public async Task Forecasts_are_converted_to_yuan_and_fractions()
    {
        using CsvFolder folder = Folder().With("forecast.csv", "ts_code,ann_date,end_date,type,p_change_min,p_change_max,net_profit_min,net_profit_max\n600000.SH,20200201,20191231,预增,50,60,100,120\n");
        EarningsForecast row = Assert.Single(await AllAsync(await folder.OpenAsync(), Datasets.EarningsForecasts));
        Assert.Equal(new EarningsForecast(Symbol.Parse("600000.SH"), new(2020, 2, 1), new(2019, 12, 31), "预增", 0.5, 0.6, 1_000_000, 1_200_000), row);
    }

    [Fact]
    public async Task Index_bars_are_selected_by_day_and_index()
    {
        using CsvFolder folder = Folder().With("index_daily.csv", "ts_code,trade_date,open,high,low,close,vol,amount\n000300.SH,20200204,1,2,0.5,1.5,10,20\n000905.SH,20200204,1,2,0.5,1.5,10,20\n000300.SH,20200203,1,2,0.5,1.4,10,\n");
        TableMarket market = await folder.OpenAsync();
        List<IndexBar> rows = [];
        await foreach (IndexBar bar in market.ReadAsync(Datasets.IndexBars, new DatasetQuery { From = new(2020, 2, 4), Symbols = [Symbol.Parse("000300.SH")] })) rows.Add(bar);
        Assert.Equal(new IndexBar(Symbol.Parse("000300.SH"), new(2020, 2, 4), 1, 2, 0.5, 1.5, 1000, 20_000), Assert.Single(rows));
    }

    [Fact]
    public async Task A_name_known_late_is_noted()
    {
        using CsvFolder folder = Folder().With("namechange.csv", "ts_code,name,start_date,end_date,ann_date\n600000.SH,ST浦发,20200204,20200203,\n600000.SH,浦发,20200206,,20200207\n");
        TableMarket market = await folder.OpenAsync();
        Assert.Single(await AllAsync(market, Datasets.NameChanges));
        Assert.Equal(1, market.Validation.CountOf("late_name"));
        Assert.Equal(1, market.Validation.CountOf("impossible_interval"));
    }

    private static async Task<List<TRow>> AllAsync<TRow>(TableMarket market, Dataset<TRow> dataset)
    {
        List<TRow> rows = [];
        await foreach (TRow row in market.ReadAsync(dataset, DatasetQuery.All)) rows.Add(row);
        return rows;
    }
}
