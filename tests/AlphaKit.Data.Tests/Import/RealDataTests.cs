using AlphaKit.TestSupport;

namespace AlphaKit.Data.Tests;

[Trait("Speed", "Slow")]
public sealed class RealDataTests
{
    [SharedDataFact("ashare_2020")]
    public async Task The_whole_market_of_2020_loads_with_every_row_accounted_for()
    {
        TableMarket market = await TushareFolder.OpenAsync(SharedData.PathOf("ashare_2020")!);
        Assert.Equal((164, new DateOnly(2019, 12, 20), new DateOnly(2020, 8, 24)), (market.Calendar.Count, market.Calendar.First, market.Calendar.Last));
        Assert.Equal(3379, market.Securities.All.Count);

        // Row counts by: zcat TABLE.csv.gz | tail -n +2 | wc -l. 000029.SZ and 000995.SZ have factors and suspension records on all days but no bar.
        Assert.Equal(
            [
                new FileTally("daily.csv.gz", "daily", 552_505, 552_505, 0, 0),
                new FileTally("adj_factor.csv.gz", "adj_factor", 554_484, 554_156, 328, 0),
                new FileTally("daily_basic.csv.gz", "daily_basic", 552_505, 552_505, 0, 0),
                new FileTally("suspend_d.csv.gz", "suspend_d", 1_979, 1_651, 328, 0),
                new FileTally("stock_st.csv.gz", "stock_st", 19_318, 19_154, 164, 0),
            ],
            market.Validation.Files);
        Panel panel = await SmallMarket.PanelAsync(market, Field.Close, Field.Amount, Field.LimitDown, Field.FloatMarketCap, Field.AdjustedClose, Field.IsSuspended);

        // 000001.SZ on 2019-12-20: close 16.59, amount 1,067,869.77978 thousand yuan, circ_mv 32,194,809.768 ten thousand yuan, factor 117.9302.
        int bank = panel.Axes.ColumnOf(Symbol.Parse("000001.SZ"));
        Assert.Equal(16.59f, panel[Field.Close][0, bank]);
        Assert.Equal(1_067_869_779.78f, panel[Field.Amount][0, bank]);
        Assert.Equal(321_948_097_680f, panel[Field.FloatMarketCap][0, bank]);
        Assert.Equal(16.59 * 117.9302, panel[Field.AdjustedClose][0, bank], 1956 * 1e-6);

        // On the first day after the long holiday 2,894 shares closed limit-down.
        int crash = market.Calendar.IndexOf(new DateOnly(2020, 2, 3)), down = 0, bars = 0, suspended = 0;
        for (int i = 0; i < panel.Axes.Count; i++)
        {
            if (panel[Field.Close][crash, i] == panel[Field.LimitDown][crash, i]) down++;
        }

        for (int t = 0; t < panel.Axes.Days; t++)
        {
            bars += panel.Axes.Count - panel[Field.Close].Row(t).Count(float.NaN);
            suspended += panel[Field.IsSuspended].Row(t).Count(1f);
        }

        Assert.Equal(2_894, down);
        Assert.Equal(552_505, bars);
        Assert.Equal(1_651, suspended);
    }

    [SharedDataFact("ashare_2020")]
    public async Task The_one_close_outside_its_limits_is_the_relisting_and_is_kept()
    {
        TableMarket market = await TushareFolder.OpenAsync(SharedData.PathOf("ashare_2020")!);
        ValidationFinding finding = Assert.Single(market.Validation.Findings, f => f.Rule.Name == "close_outside_limit");
        Assert.Equal((Symbol.Parse("600610.SH"), new DateOnly(2020, 8, 17)), (finding.Symbol, finding.Date!.Value));
        Panel panel = await SmallMarket.PanelAsync(market, Field.Close);
        Assert.Equal(4.89f, panel[Field.Close][market.Calendar.IndexOf(new DateOnly(2020, 8, 17)), panel.Axes.ColumnOf(finding.Symbol)]);

        // Two rights issues carry a factor step while the supplied pre_close does not show the gap.
        Assert.Equal(["002466.SZ", "300715.SZ"], market.Validation.Findings.Where(f => f.Rule.Name == "factor_step").Select(f => f.Symbol.ToString()));
        Assert.Contains("total_mv", market.Coverage.WhyMissing(Field.MarketCap), StringComparison.Ordinal);
    }

    [SharedDataFact("csi300_members_2016_2026")]
    public async Task Adjusted_prices_of_ten_years_load_and_rows_without_volume_are_suspended_days()
    {
        TableMarket market = await TushareFolder.OpenAsync(SharedData.PathOf("csi300_members_2016_2026")!);
        Assert.Equal(PriceBasis.Adjusted, market.PriceBasis);
        Assert.Equal(300, market.Securities.All.Count);
        Assert.Equal((2447, new DateOnly(2015, 12, 30), new DateOnly(2026, 1, 23)), (market.Calendar.Count, market.Calendar.First, market.Calendar.Last));
        Assert.Equal(
            [new FileTally("daily_qfq.csv.gz", "daily", 653_958, 653_958, 0, 0), new FileTally("index_daily.csv.gz", "index_daily", 2_451, 2_451, 0, 0)],
            market.Validation.Files);
        Assert.Empty(market.Validation.Findings);
        Panel panel = await SmallMarket.PanelAsync(market, Field.IsSuspended, Field.AdjustedClose, Field.TurnoverRate, Field.IsSt);
        int suspended = 0, absent = 0;
        for (int t = 0; t < panel.Axes.Days; t++)
        {
            suspended += panel[Field.IsSuspended].Row(t).Count(1f);
            absent += panel[Field.IsSuspended].Row(t).Count(float.NaN);
        }

        // 6,622 rows of volume 0 and 336 without volume (counted with awk); the rest of the cells without a row lies before listings.
        Assert.Equal(6_958, suspended);
        Assert.Equal((2447 * 300) - 653_958, absent);
        List<IndexBar> bars = [];
        await foreach (IndexBar bar in market.ReadAsync(Datasets.IndexBars, DatasetQuery.All)) bars.Add(bar);
        Assert.Equal(3765.175, bars[0].Close);
    }

    [SharedDataFact("csi300_weights")]
    public async Task Index_weights_of_eighteen_years_load_and_defective_snapshots_are_reported()
    {
        string folder = SharedData.PathOf("csi300_weights")!;
        using CsvFolder copy = new CsvFolder()
            .With("index_weight_399300.csv.gz", await File.ReadAllBytesAsync(Path.Combine(folder, "index_weight_399300.csv.gz")))
            .With("trade_cal.csv", "cal_date,is_open\n" + string.Concat((await File.ReadAllLinesAsync(Path.Combine(folder, "calendar_2010_2026.txt"))).Where(l => l.Length > 0).Select(l => l + ",1\n")));

        // The calendar begins in 2010, snapshots in 2006: without the calendar all snapshots are placed on their own days.
        File.Delete(Path.Combine(copy.Root, "trade_cal.csv"));
        TableMarket market = await copy.OpenAsync();
        ValidationFinding[] findings = [.. market.Validation.Findings];
        Assert.Equal(6, findings.Count(f => f.Rule.Name == "snapshot_truncated" && f.Date == new DateOnly(2009, 12, 3)));
        Assert.Equal(
            [new DateOnly(2009, 12, 29), new DateOnly(2009, 12, 30), new DateOnly(2009, 12, 31)],
            findings.Where(f => f.Rule.Name == "snapshot_member_count").Select(f => f.Date!.Value));
        HashSet<DateOnly> snapshots = [];
        await foreach (IndexConstituent row in market.ReadAsync(Datasets.IndexConstituents, DatasetQuery.All)) snapshots.Add(row.Date);
        Assert.Equal(358, snapshots.Count);

        // Both codes of the index answer.
        Assert.True(market.Coverage.Has(Field.IndexWeight(Symbol.Parse("000300.SH"))));
        Panel panel = await SmallMarket.PanelAsync(market, Field.IndexWeight(Symbol.Parse("000300.SH")));
        int last = panel.Axes.Days - 1;
        Assert.Equal(300, panel.Axes.Count - panel[panel.Fields[0]].Row(last).Count(float.NaN));
        Assert.False(market.Coverage.Has(Field.Close));
    }

    [SharedDataFact("tushare_samples")]
    public async Task Prefixed_downloads_load_under_table_names()
    {
        string folder = SharedData.PathOf("tushare_samples")!;
        using CsvFolder copy = new();
        foreach (string code in new[] { "002594.SZ", "600036.SH", "600519.SH" })
        {
            foreach ((string kind, string table) in new[] { ("indiv_d", "daily_hfq"), ("indiv_din", "daily_basic"), ("indiv_margin", "margin_detail"), ("indiv_chip", "cyq_perf"), ("indiv_fin", "fina_indicator") })
                copy.With($"{table}_{code}.csv", await File.ReadAllBytesAsync(Path.Combine(folder, $"{code}_{kind}.csv")));
        }

        TableMarket market = await copy.OpenAsync();
        Assert.Equal(3, market.Securities.All.Count);
        Assert.Equal(500, market.Calendar.Count);
        Assert.All(market.Validation.Files, f => Assert.Equal(f.Rows, f.Imported + f.Rejected + f.Collapsed));
        Assert.True(market.Coverage.Has(Field.MarketCap));
        Assert.True(market.Coverage.Has(Field.ChipCost50));
        Assert.True(market.Validation.CountOf("exact_duplicate", "fina_indicator") + market.Validation.CountOf("duplicate_event", "fina_indicator") > 0);
    }

    [SharedDataFact("tushare_samples")]
    public async Task Adjusted_prices_passed_off_as_traded_ones_are_found_by_their_amounts()
    {
        using CsvFolder copy = new CsvFolder().With(
            "daily.csv", await File.ReadAllBytesAsync(Path.Combine(SharedData.PathOf("tushare_samples")!, "600036.SH_indiv_d.csv")));
        Assert.Equal("units", (await copy.FailsAsync()).Rule);
    }
}
