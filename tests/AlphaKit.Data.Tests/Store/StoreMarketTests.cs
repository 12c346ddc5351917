using AlphaKit.Data.Simulation;

namespace AlphaKit.Data.Tests.Store;

public sealed class StoreMarketTests
{
    private static readonly TableMarketOptions s_small = new() { SnapshotShare = 0 };

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_market_written_to_a_store_reads_back_the_same()
    {
        SimulatedMarket simulated = SimulatedMarket.Create(new SimulationOptions { Stocks = 60, From = new DateOnly(2018, 10, 8), To = new DateOnly(2020, 3, 31), Threads = 2 });
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using (StoreWriter writer = await store.WriteAsync())
        {
            foreach (string table in simulated.Tables)
            {
                SourceTable rows = await simulated.ReadAsync(table);
                AppendResult result = await writer.AppendAsync(StoreTable.Find(table)!, rows);
                Assert.Equal(new AppendResult(rows.RowCount, rows.RowCount, 0, 0, 0), result);
                Assert.Equal(Rows.Of(rows), Rows.Of(await store.Latest.ReadAsync(table, null)));
            }

            await writer.CompactAsync();
        }

        TableMarket expected = await TableMarket.LoadAsync(simulated, s_small), actual = await (await folder.OpenAsync()).Latest.MarketAsync(s_small);
        Assert.Equal(expected.Coverage.Fields, actual.Coverage.Fields);
        Assert.Equal(expected.Coverage.Datasets.Except(["minute_bars", "tick_orders", "tick_trades"]), actual.Coverage.Datasets);
        Assert.Equal(expected.Calendar.Days.ToArray(), actual.Calendar.Days.ToArray());
        Assert.Equal(expected.Securities.All, actual.Securities.All);
        PanelQuery query = new()
        {
            From = expected.Calendar.First,
            To = expected.Calendar.Last,
            Fields = expected.Coverage.Fields,
            Universe = Universe.AShares.ListedAtLeast(60).WithoutSt().WithoutSuspended().Between(Field.MarketCap, 3e9, 50e9),
        };
        Panel one = await expected.PanelAsync(query), two = await actual.PanelAsync(query);
        Assert.All(one.Fields, field => Assert.Equal(ContentHash.Of(one[field]), ContentHash.Of(two[field])));
        Assert.All(Enumerable.Range(0, one.Axes.Days), t => Assert.True(one.Members.Row(t).SequenceEqual(two.Members.Row(t))));
        Assert.InRange(one.Members.CountOn(one.Axes.Days - 1), 5, 55);
        await SameRows(Datasets.CorporateActions);
        await SameRows(Datasets.IndexBars);
        await SameRows(Datasets.IndexConstituents);
        await SameRows(Datasets.IndustryMemberships);
        await SameRows(Datasets.NameChanges);
        await SameRows(Datasets.EarningsForecasts);
        Assert.Equal(await Statements(expected), await Statements(actual));
        Assert.Equal(expected.Validation.RuleTable().ToCsv(), actual.Validation.RuleTable().ToCsv());

        async Task SameRows<T>(Dataset<T> dataset) =>
            Assert.Equal(await expected.ReadAsync(dataset, DatasetQuery.All).ToListAsync(), await actual.ReadAsync(dataset, DatasetQuery.All).ToListAsync());

        static async Task<List<string>> Statements(TableMarket market) =>
            [.. (await market.ReadAsync(Datasets.FinancialStatements, DatasetQuery.All).ToListAsync()).Select(s =>
                $"{s.Symbol} {s.Kind} {s.PeriodEnd:O} {s.FirstAnnounced:O} {s.Announced:O} {string.Join(' ', s.Items.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => $"{i.Key}={i.Value:R}"))}").Order(StringComparer.Ordinal)];
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_market_as_of_a_day_is_the_market_that_ended_on_that_day()
    {
        SimulationOptions options = new() { Stocks = 40, From = new DateOnly(2019, 1, 2), To = new DateOnly(2020, 3, 31), Threads = 2 };
        SimulatedMarket simulated = SimulatedMarket.Create(options);
        using StoreFolder folder = new();
        MarketStore store = await folder.OpenAsync();
        await using (StoreWriter writer = await store.WriteAsync())
        {
            foreach (string table in simulated.Tables) await writer.AppendAsync(StoreTable.Find(table)!, await simulated.ReadAsync(table));
        }

        TableMarket whole = await store.Latest.MarketAsync(s_small);
        DateOnly day = whole.Calendar[200];
        TableMarket then = await store.AsOf(day).MarketAsync(s_small);
        Assert.Equal(day, then.Calendar.Last);
        PanelQuery query = new() { From = whole.Calendar.First, To = day, Fields = whole.Coverage.Fields };
        Panel known = (await whole.PanelAsync(query)).AsKnownAt(day, Clock.Announced), seen = await then.PanelAsync(query with { Symbols = [.. then.Securities.All.Select(s => s.Symbol)] });
        int compared = 0;
        foreach (Field field in then.Coverage.Fields.Where(known.Has))
        {
            for (int t = 0; t < seen.Axes.Days; t++)
            {
                for (int i = 0; i < seen.Axes.Count; i++)
                {
                    float before = known[field].Row(t)[known.Axes.ColumnOf(seen.Symbols[i])];
                    Assert.True(before.Equals(seen[field].Row(t)[i]), $"{field} {seen.Symbols[i]} {seen.Calendar[t]:O}: {before} known, {seen[field].Row(t)[i]} seen");
                    compared++;
                }
            }
        }

        Assert.True(compared > 100_000);
        Assert.All(await then.ReadAsync(Datasets.FinancialStatements, DatasetQuery.All).ToListAsync(), s => Assert.True(s.Announced <= day));
        Assert.All(then.Securities.All, s => Assert.True(s.Delisted is null || s.Delisted <= day));
    }
}
