using AlphaKit.Data;
using AlphaKit.Data.Simulation;
using AlphaKit.Data.Tushare;
using LocalTushare;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaKit.Snippets;

/// <summary>Against a server of its own, so that it runs without a token.</summary>
internal static class SyncStore
{
    public static void Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("alphakit-snippets-").FullName;
        SimulatedMarket simulated = SimulatedMarket.Create(new SimulationOptions { Stocks = 20, From = new DateOnly(2020, 1, 2), To = new DateOnly(2020, 2, 28) });
        await using TushareServer server = await TushareServer.StartAsync(simulated, new ServerOptions { CallsPerMinute = 100_000 });
        TushareOptions options = new() { Token = new TushareToken(new ServerOptions().Token), BaseAddress = server.Address, Points = 5000, CallsPerMinute = 10_000, QuotaFolder = Path.Combine(folder, "quotas") };
        await SyncAsync(options, Path.Combine(folder, "store"), new Progress<TushareSyncProgress>());
        await QueryAsync(options);
        Register(new ServiceCollection(), new TushareToken(new ServerOptions().Token));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task SyncAsync(TushareOptions options, string folder, IProgress<TushareSyncProgress> progress)
    {
        #region tushare-sync
        using TushareClient client = new(options);                          // the token: options.Token, or the variable TUSHARE_TOKEN
        MarketStore store = await MarketStore.OpenAsync(folder);            // an empty folder becomes a store
        TushareSyncPlan plan = new(from: new DateOnly(2020, 1, 2));
        TushareSyncSummary summary = await store.SyncAsync(client, plan, progress);
        Console.WriteLine(summary);                                         // table by table: rows, gaps, corrections, what is missing and why

        TableMarket market = await store.AsOf(new DateOnly(2020, 2, 14)).MarketAsync();
        #endregion
        Console.WriteLine(market.Calendar.Last);
        #region tushare-audit
        TushareSyncPlan audit = plan with { Audit = (new DateOnly(2020, 1, 2), new DateOnly(2020, 1, 31)) };
        TushareSyncSummary audited = await store.SyncAsync(client, audit);
        Console.WriteLine($"{audited.Rows.Corrected} rows were changed by the vendor; both versions are kept.");
        #endregion
        await MinutesAsync(client, store, plan, [.. market.Securities.All.Select(s => s.Symbol).Take(2)]);
    }

    private static async Task MinutesAsync(TushareClient client, MarketStore store, TushareSyncPlan plan, Symbol[] shares)
    {
        long traded = 0;
        #region tushare-minutes
        TushareSyncPlan minutes = plan with { Tables = [.. plan.Tables, "stk_mins"], MinuteShares = shares };
        await store.SyncAsync(client, minutes);
        TableMarket withMinutes = await store.Latest.MarketAsync();
        DatasetQuery firstDay = new() { From = withMinutes.Calendar.First, To = withMinutes.Calendar.First, Symbols = shares };
        await foreach (MinuteBar bar in withMinutes.ReadAsync(Datasets.MinuteBars, firstDay)) traded += bar.Volume;
        #endregion
        Console.WriteLine($"{traded} shares in the minutes of the first day");
    }

    private static async Task QueryAsync(TushareOptions options)
    {
        using TushareClient client = new(options);
        #region tushare-query
        TushareQuery february = new() { From = new DateOnly(2020, 2, 3), To = new DateOnly(2020, 2, 14) };
        double lots = 0;
        await foreach (DailyRow bar in client.QueryAsync<DailyRow>(february)) lots += bar.Vol ?? 0;              // typed rows

        await foreach (TushareBatch batch in client.BatchesAsync(TushareEndpoints.Get("moneyflow"), february))   // columns
            Console.WriteLine($"{batch.Endpoint}: {batch.RowCount} rows × {batch.Columns.Count} columns");

        Dictionary<string, string> parameters = new() { ["trade_date"] = "20200203" };
        SourceTable any = await client.QueryAsync("daily_basic", parameters, "ts_code,pe_ttm");                  // any interface by name
        #endregion
        Console.WriteLine($"{lots:F0} lots; {any.RowCount} rows");
    }

    private static void Register(IServiceCollection services, TushareToken token)
    {
        #region tushare-services
        services.AddTushare(o => o with { Token = token, Points = 5000 });
        using ServiceProvider provider = services.BuildServiceProvider();
        TushareClient client = provider.GetRequiredService<TushareClient>();
        #endregion
        Console.WriteLine(client.Options);
    }
}
