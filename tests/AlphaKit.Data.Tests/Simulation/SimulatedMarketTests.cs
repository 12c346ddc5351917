namespace AlphaKit.Data.Simulation.Tests;

public sealed class SimulatedMarketTests
{
    [Fact]
    public async Task Panels_hold_the_tables_in_units_of_the_sdk()
    {
        SimulatedMarket market = Markets.Five;
        Panel panel = await market.PanelAsync(new PanelQuery { From = market.Calendar.First, To = market.Calendar.Last, Fields = [Field.Close, Field.Volume, Field.MarketCap, Field.Industry, Field.IsSt] });
        SourceTable daily = Markets.Table(market, "daily"), basic = Markets.Table(market, "daily_basic");
        for (int r = 0; r < daily.RowCount; r += 1009)
        {
            int t = panel.Axes.Calendar.IndexOf(daily.Dates()[r]), j = panel.Axes.ColumnOf(daily.Symbols()[r]);
            Assert.Equal((float)daily.Numbers("close")[r], panel[Field.Close].Row(t)[j]);
            Assert.Equal((float)(daily.Numbers("vol")[r] * 100), panel[Field.Volume].Row(t)[j]);
            Assert.Equal((float)(basic.Numbers("total_mv")[r] * 1e4), panel[Field.MarketCap].Row(t)[j]);
            Assert.InRange(panel[Field.Industry].Row(t)[j], 0, 30);
        }
    }

    [Fact]
    public async Task Every_catalogue_field_and_dataset_is_covered_and_the_importer_leaves_nothing_out()
    {
        SimulatedMarket market = Markets.Five;
        Assert.Empty(Field.Catalogue.Where(f => !market.Coverage.Has(f)).Select(f => f.Name));
        foreach (Dataset dataset in new Dataset[] { Datasets.MinuteBars, Datasets.TickTrades, Datasets.TickOrders, Datasets.CorporateActions, Datasets.FinancialStatements, Datasets.IndexConstituents, Datasets.NameChanges })
            Assert.True(market.Coverage.Has(dataset), dataset.Name);
        TableMarket whole = await TableMarket.LoadAsync(market);

        // The importer takes snapshots with fewer members than the real index has for truncated ones; 200 shares cannot fill them.
        Assert.All(whole.Validation.Files.Where(f => f.Table != "index_weight"), f => Assert.Equal((f.Table, f.Rows), (f.Table, f.Imported)));
        Assert.Equal(Markets.Table(market, "index_weight").RowCount, whole.Validation.CountOf("snapshot_truncated", "index_weight"));
    }

    [Fact]
    public void The_master_holds_listed_removed_and_new_shares()
    {
        SourceTable basic = Markets.Table(Markets.Five, "stock_basic");
        string[] status = basic.Texts("list_status").ToArray();
        Assert.Equal(200, Enumerable.Range(0, basic.RowCount).Count(r => basic.Dates("list_date")[r] <= Markets.Five.Options.From));
        Assert.InRange(status.Count(s => s == "D"), 5, 60);
        Assert.Equal(basic.RowCount, status.Length);
        Assert.InRange(basic.RowCount, 270, 300);
        SourceTable names = Markets.Table(Markets.Five, "namechange");
        Assert.Contains("退市整理期", names.Texts("change_reason").ToArray());
        Assert.Contains("撤销ST", names.Texts("change_reason").ToArray());
    }

    [Fact]
    public void Some_shares_change_their_industry_without_gap_or_overlap()
    {
        SourceTable table = Markets.Table(Markets.Five, "index_member_all");
        int changes = 0;
        for (int r = 1; r < table.RowCount; r++)
        {
            if (table.Symbols()[r] != table.Symbols()[r - 1]) continue;
            changes++;
            Assert.Equal(table.Dates("out_date")[r - 1], table.Dates("in_date")[r]);
            Assert.NotEqual(table.Texts("l1_code")[r - 1], table.Texts("l1_code")[r]);
        }

        Assert.InRange(changes, 1, 60);
    }
}
