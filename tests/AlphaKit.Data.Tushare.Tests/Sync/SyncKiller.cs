using System.Diagnostics;
using System.Globalization;
using AlphaKit.Data.Simulation;
using LocalTushare;

namespace AlphaKit.Data.Tushare.Tests.Sync;

/// <summary>
/// Starts processes that fill a store over HTTP and kills each at a random moment (SIGKILL). After each kill the store must open, hold whole
/// files and nothing else, and of each table rows of the undisturbed store only, all of them up to the day that it says it reaches; a
/// store that came to its end must have the undisturbed one's bytes, once the files of both are joined. The date stands still, so that rows of all runs are recorded
/// at one time.
/// </summary>
internal sealed class SyncKiller : IAsyncDisposable
{
    private static readonly DateOnly s_from = new(2020, 1, 2), s_to = new(2020, 3, 31);
    private static readonly DateTimeOffset s_now = new(2020, 6, 5, 22, 0, 0, TushareReadyClock.Beijing);

    private readonly TushareServer _server;

    private SyncKiller(TushareServer server) => _server = server;

    public int Kills { get; private set; }

    public int Finished { get; private set; }

    /// <summary>Kills that left something to recover: a commit was under way.</summary>
    public int WithinCommit { get; private set; }

    /// <summary>Kills after which the store held some rows, but not all.</summary>
    public int Halfway { get; private set; }

    public List<string> Problems { get; } = [];

    public static async Task<SyncKiller> StartAsync()
    {
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Stocks = 10, From = s_from, To = s_to, Seed = 5 });
        return new(await TushareServer.StartAsync(market, new ServerOptions { Time = new FastClock(s_now, 0), CallsPerMinute = 1_000_000 }));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    public async Task RunAsync(int kills, ulong seed)
    {
        RandomStream random = RandomStream.Create(seed, "sync kills");
        using TempFolder calm = new();
        double seconds = double.MaxValue;
        _ = await TimedAsync(calm, TimeSpan.FromMinutes(5), isWhole: true);
        MarketStore whole = await JoinedAsync(calm);
        SortedDictionary<string, string> expected = Files(calm);
        while (Kills < kills)
        {
            using TempFolder folder = new();
            bool isWhole = true;
            for (bool ended = false; !ended;)
            {
                ended = !await TimedAsync(folder, Kills < kills ? TimeSpan.FromSeconds(random.NextDouble() * seconds * 0.7) : TimeSpan.FromMinutes(5), isWhole);
                isWhole = false;
                if (!ended) Kills++;
                await CheckAsync(folder, whole, $"kill {Kills}, seed {seed}");
                if (Problems.Count > 20) return;
            }

            await JoinedAsync(folder);
            SortedDictionary<string, string> files = Files(folder);
            if (!files.SequenceEqual(expected)) Problems.Add($"kill {Kills}, seed {seed}: other bytes than undisturbed in {string.Join(", ", files.Except(expected).Concat(expected.Except(files)).Select(f => f.Key).Distinct())}");
            Finished++;
        }

        // How long a whole run takes is the least that one took: a machine that was busy during the first would let too many end before their kill.
        async Task<bool> TimedAsync(TempFolder folder, TimeSpan delay, bool isWhole)
        {
            long started = Stopwatch.GetTimestamp();
            bool killed = await FillAsync(folder, delay);
            if (!killed && isWhole) seconds = Math.Min(seconds, Stopwatch.GetElapsedTime(started).TotalSeconds);
            return killed;
        }
    }

    /// <summary>Runs a process from its first question on; true if it was killed before its end.</summary>
    private async Task<bool> FillAsync(TempFolder folder, TimeSpan delay)
    {
        int before = _server.Log.QuestionCount;
        using Process process = KillTests.Start(
        [
            typeof(TushareServer).Assembly.Location, "--server", _server.Address.ToString(), "--sync", folder.Of("store"), "--from", Day(s_from), "--to", Day(s_to),
            "--speed", "0", "--anchor", s_now.UtcTicks.ToString(CultureInfo.InvariantCulture),
        ]);
        Task<string> printed = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        Task end = process.WaitForExitAsync();
        while (_server.Log.QuestionCount == before && !end.IsCompleted) await Task.Delay(2);
        if (await Task.WhenAny(end, Task.Delay(delay)) == end)
        {
            if (process.ExitCode != 0) Problems.Add($"kill {Kills}: a run failed: {await printed}{await errors}");
            return false;
        }

        process.Kill();
        await end;
        return true;
    }

    private async Task CheckAsync(TempFolder folder, MarketStore whole, string where)
    {
        try
        {
            string path = folder.Of("store");
            if (!Directory.Exists(path)) return;
            if (Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any(f => f.EndsWith(".new", StringComparison.Ordinal) || f.EndsWith("commit.json", StringComparison.Ordinal))) WithinCommit++;
            MarketStore store = await MarketStore.OpenAsync(path, new MarketStoreOptions { Patience = TimeSpan.FromSeconds(5) });
            long rows = 0, all = 0;
            foreach (string table in whole.Tables)
            {
                SourceTable final = await whole.Latest.ReadAsync(table, null);
                all += final.RowCount;
                if (!store.Latest.Tables.Contains(table)) continue;
                SourceTable held = await store.Latest.ReadAsync(table, null);
                rows += held.RowCount;
                Problems.AddRange(Tables.Beyond(held, final).Take(1).Select(r => $"{where}: the undisturbed store lacks {r}"));
                DateOnly? through = SyncMarks.Day(store.Mark(table, SyncMarks.Through));
                string day = TushareEndpoints.Get(table).EventDate?.Name ?? "";
                if (through is { } reached && final.Find(day) is { Kind: SourceColumnKind.Date } days)
                    Problems.AddRange(Tables.Beyond(final, held, (_, i) => days.Dates[i] <= reached).Take(1).Select(r => $"{where}: complete through {reached:O}, but without {r}"));
                HashSet<string> known = [.. store.Describe(table)!.Files.Select(f => Path.Combine(path, f))];
                Problems.AddRange(Directory.EnumerateFiles(Path.Combine(path, table), "*.parquet*").Where(f => !known.Contains(f)).Select(f => $"{where}: {f} is left over"));
            }

            if (rows > 0 && rows < all) Halfway++;
        }
        catch (Exception error) when (error is AlphaKitException or IOException)
        {
            Problems.Add($"{where}: {error.Message}");
        }
    }

    private static async Task<MarketStore> JoinedAsync(TempFolder folder)
    {
        MarketStore store = await MarketStore.OpenAsync(folder.Of("store"));
        await using StoreWriter writer = await store.WriteAsync(s_now);
        await writer.CompactAsync();
        return store;
    }

    private static SortedDictionary<string, string> Files(TempFolder folder)
    {
        string path = folder.Of("store");
        return new(
            Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock").ToDictionary(f => Path.GetRelativePath(path, f), f => ContentHash.Of(File.ReadAllBytes(f)).ToString(), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Problems.Count} problems, {Kills} kills, {Halfway} of them with some rows and not all, {WithinCommit} within a commit, {Finished} stores finished, {_server.Log.QuestionCount} questions");
}
