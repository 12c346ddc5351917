using System.Globalization;
using AlphaKit.Data;
using AlphaKit.Data.Simulation;
using AlphaKit.Data.Tushare;
using LocalTushare;

// Tushare without a token: serves a simulated market over the vendor's protocol, and keeps a store in step with it.
//   dotnet run --project samples/LocalTushare -- --sync DIR     fill (or update) a store, print what was done, end
//   dotnet run --project samples/LocalTushare -- --port 8765    serve until Ctrl+C; point TushareOptions.BaseAddress there
Dictionary<string, string> given = new(StringComparer.Ordinal);
for (int i = 0; i + 1 < args.Length; i += 2) given[args[i]] = args[i + 1];
string[] unknown = [.. given.Keys.Except(["--port", "--sync", "--stocks", "--from", "--to", "--faults"])];
if (unknown.Length > 0 || args.Length % 2 != 0)
{
    Console.Error.WriteLine("Usage: LocalTushare [--sync DIR | --port N] [--stocks N] [--from yyyy-MM-dd] [--to yyyy-MM-dd] [--faults SHARE]");
    return 2;
}

SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions
{
    Stocks = int.Parse(given.GetValueOrDefault("--stocks", "100"), CultureInfo.InvariantCulture),
    From = DateOnly.Parse(given.GetValueOrDefault("--from", "2020-01-02"), CultureInfo.InvariantCulture),
    To = DateOnly.Parse(given.GetValueOrDefault("--to", "2021-12-31"), CultureInfo.InvariantCulture),
});
await using TushareServer server = await TushareServer.StartAsync(market, new ServerOptions
{
    Port = int.Parse(given.GetValueOrDefault("--port", "0"), CultureInfo.InvariantCulture),
    CallsPerMinute = 100_000,
    FaultShare = double.Parse(given.GetValueOrDefault("--faults", "0.02"), CultureInfo.InvariantCulture),
});
Console.WriteLine($"{market.Description}\nserved at {server.Address} to the token {new ServerOptions().Token}");
if (!given.TryGetValue("--sync", out string? folder))
{
    using CancellationTokenSource stop = new();
    Console.CancelKeyPress += (_, pressed) =>
    {
        pressed.Cancel = true;
        stop.Cancel();
    };
    await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
    return 0;
}

using TushareClient client = new(new TushareOptions
{
    Token = new TushareToken(new ServerOptions().Token),
    BaseAddress = server.Address,
    Points = 5000,
    CallsPerMinute = 10_000,
    RetryDelay = TimeSpan.FromMilliseconds(50),
    QuotaFolder = Path.Combine(Path.GetFullPath(folder), "..", ".quotas"),
});
MarketStore store = await MarketStore.OpenAsync(folder);
long last = 0;
Progress<TushareSyncProgress> progress = new(p =>
{
    if (p.Elapsed.TotalSeconds < Interlocked.Read(ref last) + 1) return;
    Interlocked.Exchange(ref last, (long)p.Elapsed.TotalSeconds);
    Console.WriteLine(p);
});
TushareSyncSummary summary = await store.SyncAsync(client, new TushareSyncPlan(market.Options.From) { To = market.Options.To, CallsInFlight = 4 }, progress);
Console.WriteLine(summary);
return summary.IsComplete ? 0 : 1;
