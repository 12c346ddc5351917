using AlphaKit.Data;
using AlphaKit.Data.Simulation;
using AlphaKit.Data.Tushare;
using LocalTushare;

// Tushare without a token: serves a simulated market over the vendor's protocol, and keeps a store in step with it.
if (Arguments.Read(args) is not { } run)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

ServerOptions serving = new() { Port = run.Port, CallsPerMinute = run.Calls, FaultShare = run.Faults, Points = run.Points, Time = run.Time };
await using TushareServer? server = run.Server is null ? await StartAsync() : null;
if (run.Folder is not { } folder)
{
    TaskCompletionSource stop = new();
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        stop.TrySetResult();
    };
    await stop.Task;
    return 0;
}

using TushareClient client = new(
    new TushareOptions
    {
        Token = new TushareToken(serving.Token),
        BaseAddress = run.Server ?? server!.Address,
        Points = run.Points,
        CallsPerMinute = Math.Min(run.Calls, 10_000),
        AttemptTimeout = TimeSpan.FromMinutes(10),
        QuotaFolder = Path.Combine(Path.GetFullPath(folder), "..", ".quotas"),
    },
    run.Time);
MarketStore store = await MarketStore.OpenAsync(folder, new MarketStoreOptions { Time = run.Time });
int last = -1;
Progress<TushareSyncProgress> progress = new(p =>
{
    if (Interlocked.Exchange(ref last, (int)p.Elapsed.TotalSeconds) != (int)p.Elapsed.TotalSeconds) Console.WriteLine(p);
});
TushareSyncSummary summary = await store.SyncAsync(client, new TushareSyncPlan(run.From) { To = run.To }, progress);
Console.WriteLine(summary);
return summary.IsComplete ? 0 : 1;

async Task<TushareServer> StartAsync()
{
    SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Stocks = run.Stocks, From = run.From, To = run.To });
    TushareServer started = await TushareServer.StartAsync(market, serving);
    Console.WriteLine($"{market.Description}\nserved at {started.Address} to the token {serving.Token}");
    return started;
}
