using AlphaKit.TestSupport;

namespace AlphaKit.Data.Tushare.Tests.RealReplies;

/// <summary>Real values of three shares in the vendor's envelope: they load, and the identities hold that tell units and columns from each other.</summary>
public sealed class RealReplyTests
{
    private const string Folder = "tushare_samples/replies";
    private static readonly string[] s_shares = ["002594.SZ", "600036.SH", "600519.SH"];

    private static List<TRow> Load<TRow>(string share, out TushareBatch batch)
        where TRow : ITushareRow<TRow>
    {
        byte[] body = File.ReadAllBytes(SharedData.PathOf($"{Folder}/{TRow.Endpoint.Name}.{share}.json")!);
        TushareBatch rows = ReplyParser.Parse(body, TRow.Endpoint.Name, TRow.Endpoint).Rows!;
        batch = rows;
        return [.. Enumerable.Range(0, rows.RowCount).Select(i => TRow.Read(rows, i))];
    }

    [SharedDataFact(Folder)]
    public void Every_reply_loads_without_a_row_set_aside()
    {
        string[] files = Directory.GetFiles(SharedData.PathOf(Folder)!, "*.json");
        Assert.Equal(21, files.Length);
        foreach (string file in files)
        {
            TushareEndpoint endpoint = TushareEndpoints.Get(Path.GetFileName(file).Split('.')[0]);
            TushareReply reply = ReplyParser.Parse(File.ReadAllBytes(file), endpoint.Name, endpoint);
            Assert.Empty(reply.Rows!.Rejected);
            Assert.Equal(reply.Delivered, reply.Rows.RowCount);
            Assert.True(reply.Delivered > 8, file);
        }
    }

    [SharedDataFact(Folder)]
    public void Bars_agree_with_their_own_units()
    {
        foreach (string share in s_shares)
        {
            List<DailyRow> bars = Load<DailyRow>(share, out _);
            Assert.Equal(500, bars.Count);
            foreach (DailyRow bar in bars)
            {
                double mean = bar.Amount!.Value * TushareUnits.FactorOf(TushareUnit.ThousandYuan) / (bar.Vol!.Value * TushareUnits.FactorOf(TushareUnit.Lots));
                Assert.InRange(mean, bar.Low!.Value - 0.005, bar.High!.Value + 0.005);
                Assert.InRange(bar.Close!.Value - bar.PreClose!.Value - bar.Change!.Value, -0.0001, 0.0001);
                Assert.InRange(((bar.Close.Value / bar.PreClose.Value - 1) * 100) - bar.PctChg!.Value, -0.0001, 0.0001);
            }
        }
    }

    [SharedDataFact(Folder)]
    public void Market_value_is_price_times_shares_and_turnover_is_volume_over_float()
    {
        foreach (string share in s_shares)
        {
            Dictionary<DateOnly, DailyRow> bars = Load<DailyRow>(share, out _).ToDictionary(b => b.TradeDate);
            foreach (DailyBasicRow basic in Load<DailyBasicRow>(share, out _))
            {
                // Both are printed with four decimals, the shares too, so that the products agree to a few units of the last place of the factors.
                Assert.Equal(1, basic.TotalMv!.Value / (basic.Close!.Value * basic.TotalShare!.Value), 6);
                Assert.Equal(1, basic.CircMv!.Value / (basic.Close.Value * basic.FloatShare!.Value), 6);
                DailyRow bar = bars[basic.TradeDate];
                Assert.Equal(bar.Close, basic.Close);
                double turnover = bar.Vol!.Value * TushareUnits.FactorOf(TushareUnit.Lots) / (basic.FloatShare.Value * TushareUnits.FactorOf(TushareUnit.TenThousandShares)) * 100;
                Assert.InRange(turnover - basic.TurnoverRate!.Value, -0.0001, 0.0001);
            }
        }
    }

    [SharedDataFact(Folder)]
    public void The_factor_carries_prices_smoothly_over_the_split_of_July_2025()
    {
        foreach (string share in s_shares)
        {
            DailyRow[] bars = [.. Load<DailyRow>(share, out _).OrderBy(b => b.TradeDate)];
            Dictionary<DateOnly, double> factors = Load<AdjFactorRow>(share, out _).ToDictionary(f => f.TradeDate, f => f.AdjFactor!.Value);
            for (int i = 1; i < bars.Length; i++)
            {
                double adjusted = bars[i].Close!.Value * factors[bars[i].TradeDate] / (bars[i - 1].Close!.Value * factors[bars[i - 1].TradeDate]) - 1;
                Assert.InRange(adjusted - bars[i].PctChg!.Value / 100, -0.0012, 0.0012);
            }
        }

        Dictionary<DateOnly, double> split = Load<AdjFactorRow>("002594.SZ", out _).ToDictionary(f => f.TradeDate, f => f.AdjFactor!.Value);
        Assert.Equal((1.0376, 3.1499), (split[new DateOnly(2025, 7, 28)], split[new DateOnly(2025, 7, 29)]));
    }

    [SharedDataFact("tushare_samples")]
    public void Prices_times_factor_are_the_vendor_s_own_adjusted_prices()
    {
        foreach (string share in s_shares)
        {
            string[] lines = File.ReadAllLines(SharedData.PathOf($"tushare_samples/{share}_indiv_d.csv")!);
            string[] names = lines[0].Split(',');
            int day = Array.IndexOf(names, "indiv_d_trade_date"), close = Array.IndexOf(names, "indiv_d_close");
            Dictionary<string, double> adjusted = lines.Skip(1).Select(l => l.Split(',')).ToDictionary(v => v[day], v => double.Parse(v[close], System.Globalization.CultureInfo.InvariantCulture));
            Dictionary<DateOnly, double> factors = Load<AdjFactorRow>(share, out _).ToDictionary(f => f.TradeDate, f => f.AdjFactor!.Value);
            List<DailyRow> bars = Load<DailyRow>(share, out _);
            Assert.Equal(500, bars.Count);

            // The vendor prints them to the cent.
            foreach (DailyRow bar in bars) Assert.InRange(bar.Close!.Value * factors[bar.TradeDate] - adjusted[TushareQuery.Format(bar.TradeDate)], -0.005001, 0.005001);
        }
    }

    [SharedDataFact(Folder)]
    public void Margin_balances_roll_forward()
    {
        foreach (string share in s_shares)
        {
            Dictionary<DateOnly, DailyRow> bars = Load<DailyRow>(share, out _).ToDictionary(b => b.TradeDate);
            MarginDetailRow[] rows = [.. Load<MarginDetailRow>(share, out TushareBatch batch).OrderBy(r => r.TradeDate)];
            Assert.Equal(["name"], batch.Missing);
            int rolling = 0;
            for (int i = 1; i < rows.Length; i++)
            {
                rolling += Math.Abs(rows[i].Rzye!.Value - rows[i - 1].Rzye!.Value - rows[i].Rzmre!.Value + rows[i].Rzche!.Value) <= 1 ? 1 : 0;
                Assert.Equal(1, rows[i].Rqye!.Value / (rows[i].Rqyl!.Value * bars[rows[i].TradeDate].Close!.Value), 3);
                Assert.Equal(rows[i].Rzye!.Value + rows[i].Rqye!.Value, rows[i].Rzrqye!.Value, 0);
            }

            // On 22 days the exchange of Shanghai restated balances of the day before, of both shares alike; Shenzhen never did.
            Assert.Equal(share.EndsWith("SZ", StringComparison.Ordinal) ? 499 : 477, rolling);
        }
    }

    [SharedDataFact(Folder)]
    public void Costs_of_holders_are_ordered_and_shares_in_profit_are_percent()
    {
        foreach (string share in s_shares)
        {
            foreach (CyqPerfRow row in Load<CyqPerfRow>(share, out _))
            {
                double[] costs = [row.HisLow!.Value, row.Cost5pct!.Value, row.Cost15pct!.Value, row.Cost50pct!.Value, row.Cost85pct!.Value, row.Cost95pct!.Value, row.HisHigh!.Value];
                Assert.Equal(costs.Order(), costs);
                Assert.InRange(row.WinnerRate!.Value, 0, 100);
            }
        }
    }

    [SharedDataFact(Folder)]
    public async Task Duplicates_of_reports_are_kept_as_versions_and_copies_collapse()
    {
        using TempFolder folder = new();
        MarketStore store = await MarketStore.OpenAsync(folder.Of("store"));
        await using StoreWriter writer = await store.WriteAsync();
        foreach (string share in s_shares)
        {
            List<FinaIndicatorRow> reports = Load<FinaIndicatorRow>(share, out TushareBatch batch);
            Assert.True(batch.Missing.Count > 0 && !batch.Missing.Contains("roe"));
            AppendResult stored = await writer.AppendAsync(SyncTables.Of(TushareEndpoints.Get("fina_indicator")), batch.ToTable());

            // One row is a copy; the other duplicates differ in some columns, and all are kept.
            long copies = share == "600036.SH" ? 1 : 0;
            Assert.Equal((reports.Count - copies, copies), (stored.Added, stored.Repeated));
            AppendResult again = await writer.AppendAsync(SyncTables.Of(TushareEndpoints.Get("fina_indicator")), batch.ToTable());
            Assert.Equal((0L, 0L), (again.Added, again.Corrected));

            AppendResult holders = await writer.AppendAsync(SyncTables.Of(TushareEndpoints.Get("stk_holdernumber")), Loaded("stk_holdernumber", share));
            Assert.Equal(0, holders.Corrected);
        }

        // The same number of holders is announced twice: two facts, since each was known from its own day.
        SourceTable kept = await store.Latest.ReadAsync("stk_holdernumber", null);
        DateOnly quarter = new(2025, 3, 31);
        Assert.Equal(2, Enumerable.Range(0, kept.RowCount).Count(i => kept.Find("end_date")!.Dates[i] == quarter && kept.Find("ts_code")!.Symbols[i] == Symbol.Parse("600519.SH")));
    }

    [SharedDataFact(Folder)]
    public async Task All_replies_fill_a_store_whose_market_has_each_report_once_and_the_identities()
    {
        using TempFolder folder = new();
        MarketStore store = await MarketStore.OpenAsync(folder.Of("store"));
        await using (StoreWriter writer = await store.WriteAsync())
        {
            foreach (string file in Directory.GetFiles(SharedData.PathOf(Folder)!, "*.json").Order(StringComparer.Ordinal))
            {
                string[] name = Path.GetFileName(file).Split('.', 2);
                await writer.AppendAsync(SyncTables.Of(TushareEndpoints.Get(name[0])), Loaded(name[0], name[1][..^5]));
            }
        }

        TableMarket market = await store.Latest.MarketAsync();
        Assert.Equal((3, 500), (market.Securities.All.Count, market.Calendar.Count));
        Panel panel = await market.PanelAsync(new PanelQuery
        {
            From = market.Calendar.First, To = market.Calendar.Last, Fields = [Field.Close, Field.AdjFactor, Field.AdjustedClose, Field.MarketCap, Field.TotalShares],
        });
        for (int t = 0; t < panel.Axes.Days; t++)
        {
            for (int i = 0; i < panel.Axes.Count; i++)
            {
                Assert.Equal(1, panel[Field.MarketCap].Row(t)[i] / (panel[Field.Close].Row(t)[i] * panel[Field.TotalShares].Row(t)[i]), 5);
                Assert.Equal(1, panel[Field.AdjustedClose].Row(t)[i] / (panel[Field.Close].Row(t)[i] * panel[Field.AdjFactor].Row(t)[i]), 5);
            }
        }

        // On 2025-07-29 BYD gave 8 bonus shares and 12 from reserves for 10, and 3.974 yuan a share: the price fell to a third, the adjusted one did not.
        int split = panel.Calendar.IndexOf(new DateOnly(2025, 7, 29)), byd = panel.Axes.ColumnOf(Symbol.Parse("002594.SZ"));
        Assert.InRange(panel[Field.Close].Row(split)[byd] / panel[Field.Close].Row(split - 1)[byd], 0.3, 0.36);
        Assert.InRange(panel[Field.AdjustedClose].Row(split)[byd] / panel[Field.AdjustedClose].Row(split - 1)[byd], 0.95, 1.05);

        // 39 rows, one of them a copy, are 30 reports. Of two rows of one report and one announcement the more complete counts: Moutai's first quarter of 2025 comes with and without its cash flow.
        List<FinancialStatement> reports = await market.ReadAsync(Datasets.FinancialStatements, DatasetQuery.All).ToListAsync();
        Assert.Equal(30, reports.Count);
        Assert.Equal(30, reports.Select(r => (r.Symbol, r.PeriodEnd, r.Announced)).Distinct().Count());
        Assert.Equal(-8150183995.5956, reports.Single(r => r.Symbol == Symbol.Parse("600519.SH") && r.PeriodEnd == new DateOnly(2025, 3, 31)).Items["fcff"]);
        Assert.Equal(2.89, reports.Single(r => r.Symbol == Symbol.Parse("600036.SH") && r.PeriodEnd == new DateOnly(2025, 6, 30)).Items["eps"]);
        Assert.Equal(8, market.Validation.CountOf("duplicate_event", "fina_indicator"));
    }

    private static SourceTable Loaded(string api, string share) =>
        ReplyParser.Parse(File.ReadAllBytes(SharedData.PathOf($"{Folder}/{api}.{share}.json")!), api, TushareEndpoints.Get(api)).Rows!.ToTable();
}
