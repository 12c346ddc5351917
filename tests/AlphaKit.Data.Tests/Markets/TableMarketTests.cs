using AlphaKit.TestSupport;
using FsCheck.Fluent;

namespace AlphaKit.Data.Tests;

public sealed class TableMarketTests
{
    private static readonly Field[] s_fields = [Field.Close, Field.PreClose, Field.Volume, Field.Amount, Field.Vwap, Field.IsSuspended, Field.LimitUp, Field.LimitDown];

    [Fact]
    public void Order_of_rows_changes_nothing()
    {
        string expected = Hash(TableSource.Daily());
        int rows = SmallMarket.Days.Length * SmallMarket.Symbols.Length;
        Properties.Holds(Gen.Shuffle(Enumerable.Range(0, rows).ToArray()), order => Hash(TableSource.Daily(order)) == expected, cases: 50);
    }

    [Fact]
    public async Task A_gap_does_not_shift_dates()
    {
        TableMarket market = await TableMarket.LoadAsync(new TableSource(TableSource.Daily(skip: (share, day) => share == 1 && day is 3 or 4)));
        Panel panel = await SmallMarket.PanelAsync(market, Field.Close, Field.IsSuspended);
        for (int day = 0; day < SmallMarket.Days.Length; day++)
        {
            bool gap = day is 3 or 4;
            Assert.Equal(gap ? float.NaN : (float)SmallMarket.Close(1, day), panel[Field.Close][day, 1]);
            Assert.Equal(gap ? 1 : 0, panel[Field.IsSuspended][day, 1]);
            Assert.Equal((float)SmallMarket.Close(0, day), panel[Field.Close][day, 0]);
        }
    }

    [Fact]
    public void Rows_after_a_day_change_nothing_up_to_it()
    {
        Panel clean = PanelOf(new TableSource(TableSource.Daily(), TableSource.Of("adj_factor", "adj_factor", (_, day) => 1 + day)));
        for (int last = 1; last < SmallMarket.Days.Length; last++)
        {
            int t = last;
            Panel poisoned = PanelOf(new TableSource(
                TableSource.Daily(factor: (_, day) => day > t ? 3 : 1, skip: (share, day) => day > t && share == 2),
                TableSource.Of("adj_factor", "adj_factor", (_, day) => day > t ? 77 : 1 + day)));
            foreach (Field field in clean.Fields)
                Assert.Equal(ContentHash.Of(clean[field].Slice(0, t + 1)), ContentHash.Of(poisoned[field].Slice(0, t + 1)));
        }

        static Panel PanelOf(TableSource source)
        {
            // Impossible bars and a mean price out of scale are not the point here: all prices of a day move together.
            TableMarket market = TableMarket.LoadAsync(source).AsTask().GetAwaiter().GetResult();
            return SmallMarket.PanelAsync(market, [.. s_fields, Field.AdjustedClose, Field.AdjustedVwap, Field.AdjFactor]).GetAwaiter().GetResult();
        }
    }

    [Fact]
    public async Task A_panel_of_some_symbols_and_days_is_a_part_of_the_whole()
    {
        TableMarket market = await TableMarket.LoadAsync(new TableSource(TableSource.Daily()));
        Panel panel = await market.PanelAsync(new PanelQuery
        {
            From = new(2020, 2, 5), To = new(2020, 2, 9), Fields = [Field.Close], Symbols = [SmallMarket.Symbols[2], SmallMarket.Symbols[0]],
        });
        Assert.Equal(3, panel.Axes.Days);
        Assert.Equal([SmallMarket.Symbols[0], SmallMarket.Symbols[2]], panel.Symbols);
        Assert.Equal((float)SmallMarket.Close(2, 3), panel[Field.Close][1, 1]);
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(async () => await market.PanelAsync(new PanelQuery
        {
            From = new(2020, 2, 5), To = new(2020, 2, 9), Fields = [Field.Close], Symbols = [Symbol.Parse("600001.SH")],
        }));
        Assert.Contains("600001.SH", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_field_says_which_table_would_supply_it()
    {
        TableMarket market = await TableMarket.LoadAsync(new TableSource(TableSource.Daily()));
        FieldNotAvailableException error = await Assert.ThrowsAsync<FieldNotAvailableException>(() => SmallMarket.PanelAsync(market, Field.MarketCap));
        Assert.Contains("daily_basic", error.Message, StringComparison.Ordinal);
        Assert.Contains("size neutralisation", error.Message, StringComparison.Ordinal);
        Assert.Contains("industry neutralisation", market.Coverage.WhyMissing(Field.Industry), StringComparison.Ordinal);
        Assert.Contains("adj_factor", market.Coverage.WhyMissing(Field.AdjustedClose), StringComparison.Ordinal);
        DatasetNotAvailableException dataset = await Assert.ThrowsAsync<DatasetNotAvailableException>(async () =>
        {
            await foreach (CorporateAction _ in market.ReadAsync(Datasets.CorporateActions, DatasetQuery.All)) { }
        });
        Assert.Contains("dividend", dataset.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_catalogue_field_is_covered_or_explained()
    {
        TableMarket market = await TableMarket.LoadAsync(new TableSource(TableSource.Daily()));
        string[] missing = [.. market.Coverage.Missing.Select(m => m.Key)];
        Assert.All(Field.Catalogue, f => Assert.True(market.Coverage.Has(f) != missing.Contains(f.Name), f.Name));
    }

    [Fact]
    public async Task Unused_tables_are_not_read_until_a_field_of_theirs_is_asked_for()
    {
        TableSource source = new(TableSource.Daily(), TableSource.Of("adj_factor", "adj_factor", (_, _) => 2), TableSource.Of("daily_basic", "total_mv", (_, _) => 5));
        TableMarket market = await TableMarket.LoadAsync(source, new TableMarketOptions { Reading = TableReading.OnFirstUse });
        Assert.Equal(["daily"], source.Read);
        Assert.True(market.Coverage.Has(Field.MarketCap));
        Assert.False(market.Coverage.Has(Field.FloatMarketCap));
        Panel[] panels = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SmallMarket.PanelAsync(market, Field.AdjustedClose))));
        Assert.All(panels, p => Assert.Equal((float)(2 * SmallMarket.Close(1, 1)), p[Field.AdjustedClose][1, 1]));
        Assert.Equal(["daily", "adj_factor"], source.Read);
        Assert.Equal(2, market.Validation.Files.Count);
    }

    [Fact]
    public async Task A_source_may_add_datasets_of_its_own()
    {
        TableMarket market = await TableMarket.LoadAsync(new TableSource(TableSource.Daily()));
        Assert.True(market.Coverage.Has(Datasets.MinuteBars));
        List<MinuteBar> bars = [];
        await foreach (MinuteBar bar in market.ReadAsync(Datasets.MinuteBars, DatasetQuery.All)) bars.Add(bar);
        Assert.Single(bars);
    }

    [Fact]
    public async Task Adjusted_prices_switch_off_what_would_count_twice()
    {
        TableMarket market = await TableMarket.LoadAsync(new TableSource(TableSource.Daily(), TableSource.Of("adj_factor", "adj_factor", (_, _) => 2)) { PriceBasis = PriceBasis.Adjusted });
        Panel panel = await SmallMarket.PanelAsync(market, Field.AdjustedClose, Field.Close);
        Assert.Same(panel[Field.Close], panel[Field.AdjustedClose]);
        Assert.False(market.Coverage.Has(Datasets.CorporateActions));
        Assert.Contains("already adjusted", market.Coverage.WhyMissing(Datasets.CorporateActions), StringComparison.Ordinal);
        Assert.False(market.Coverage.Has(Field.LimitUp));
        Assert.False(market.Coverage.Has(Field.Vwap));
        Assert.False(market.Coverage.Has(Field.AdjFactor));
    }

    [Fact]
    public async Task Progress_tells_every_table()
    {
        List<LoadProgress> told = [];
        await TableMarket.LoadAsync(new TableSource(TableSource.Daily(), TableSource.Of("adj_factor", "adj_factor", (_, _) => 2)), progress: new Listener(told));
        Assert.Equal([new LoadProgress("daily", 30, 1, 2), new LoadProgress("adj_factor", 30, 2, 2)], told);
    }

    [Fact]
    public async Task Options_are_bounded()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TableMarketOptions { DayCoverage = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TableMarketOptions { UnitShare = 1.1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TableMarketOptions { FindingsPerRule = 0 });
        using CsvFolder folder = new CsvFolder().With("daily.csv", SmallMarket.Csv(SmallMarket.Bars().Concat(["510300.SH,20200203,4,4,4,4,4,1,1", "510500.SH,20200203,4,4,4,4,4,1,1"])));
        TableMarket market = await folder.OpenAsync(new TableMarketOptions { FindingsPerRule = 1 });
        Assert.Single(market.Validation.Findings);
        Assert.Equal(2, market.Validation.CountOf("not_an_a_share"));
    }

    private static string Hash(SourceTable daily)
    {
        TableMarket market = TableMarket.LoadAsync(new TableSource(daily)).AsTask().GetAwaiter().GetResult();
        Panel panel = SmallMarket.PanelAsync(market, s_fields).GetAwaiter().GetResult();
        return string.Concat(panel.Fields.Select(f => ContentHash.Of(panel[f])));
    }

    private sealed class Listener(List<LoadProgress> told) : IProgress<LoadProgress>
    {
        public void Report(LoadProgress value) => told.Add(value);
    }
}
