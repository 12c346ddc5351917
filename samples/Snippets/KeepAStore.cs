using AlphaKit.Data;
using AlphaKit.Data.Simulation;

namespace AlphaKit.Snippets;

internal static class KeepAStore
{
    public static void Run()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("alphakit-snippets-").FullName, "store");
        SimulatedMarket source = SimulatedMarket.Create(new SimulationOptions { Stocks = 30, From = new DateOnly(2019, 1, 2), To = new DateOnly(2020, 6, 30) });
        WriteAsync(folder, source).GetAwaiter().GetResult();
        ReadAsync(folder).GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task WriteAsync(string folder, IMarketDataSource source)
    {
        #region store-write
        MarketStore store = await MarketStore.OpenAsync(folder);
        await using StoreWriter writer = await store.WriteAsync();
        foreach (string table in source.Tables.Where(t => StoreTable.Find(t) is not null && store.Mark(t, "filled") is null))
        {
            AppendResult result = await writer.AppendAsync(
                StoreTable.Find(table)!,
                await source.ReadAsync(table),
                marks: new Dictionary<string, string> { ["filled"] = source.Version }); // rows and mark are there together, or neither
            Console.WriteLine($"{table}: {result}");
        }

        await writer.CompactAsync();
        #endregion
    }

    private static async Task ReadAsync(string folder)
    {
        #region store-read
        MarketStore store = await MarketStore.OpenAsync(folder);
        TableMarket market = await store.Latest.MarketAsync(new TableMarketOptions { SnapshotShare = 0 });
        SourceTable known = await store.AsOf(new DateOnly(2020, 1, 23), Clock.Close).ReadAsync("income", ["ts_code", "end_date", "n_income"]);
        Console.WriteLine($"{market.Calendar}; {known.RowCount} income statements were public on 2020-01-23 at 15:00");
        #endregion

        #region market-snapshot
        StoreView view = store.Latest;
        MarketSnapshot snapshot = await MarketSnapshot.OpenOrSaveAsync(
            Path.Combine(folder, "snapshots"), view.Version, async stop => await view.MarketAsync(cancellationToken: stop));
        #endregion
        Console.WriteLine(snapshot);

        #region store-statements
        StatementItem profit = new(StatementKind.Income, "n_income_attr_p", StatementBasis.TrailingYear);
        StatementItem equity = new(StatementKind.BalanceSheet, "total_hldr_eqy_exc_min_int");
        StatementHistory history = await StatementHistory.ReadAsync(store.Latest, [profit, equity]);
        Panel prices = await market.PanelAsync(new PanelQuery { From = market.Calendar.First, To = market.Calendar.Last, Fields = [Field.MarketCap] });
        Panel statements = history.Join(prices.Axes);                                 // row T: announced up to and including T
        Panel all = prices.With(profit.Field, statements[profit.Field]).With(equity.Field, statements[equity.Field]);
        #endregion
        Console.WriteLine(all);

        #region store-validate
        ValidationReport report = await store.Latest.ValidateAsync(new TableMarketOptions { SnapshotShare = 0 });
        Console.WriteLine(report);                                                   // for people
        await File.WriteAllTextAsync(Path.Combine(folder, "validation.json"), report.ToJson());
        #endregion
    }
}
