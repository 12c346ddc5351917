using System.Diagnostics;
using AlphaKit.Data.Simulation;
using AlphaKit.TestSupport;
using LocalTushare;

namespace AlphaKit.Data.Tushare.Tests.Sync;

/// <summary>The whole path under trouble: a process that is killed, a line that fails, quotas that bind, over a clock that runs faster.</summary>
public sealed class KillTests
{
    private const double Speed = 20;

    // AK_SYNC_FULL=1 makes it the size of eng/claims/tushare_full_sync.sh: 800 shares and eight years.
    private static readonly bool s_full = Environment.GetEnvironmentVariable("AK_SYNC_FULL") == "1";
    private static readonly int s_callsPerMinute = s_full ? 500 : 120;
    private static readonly DateOnly s_from = s_full ? new(2015, 1, 5) : new(2020, 1, 2), s_to = s_full ? new(2022, 12, 30) : new(2020, 6, 30);
    private static readonly int[] s_kills = s_full ? [3000, 9000, 16000] : [300, 700, 1100];

    [Fact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "tushare_sync_rows_different")]
    [Trait("Claim", "tushare_sync_calls_over_quota")]
    [Trait("Claim", "tushare_sync_kills")]
    public async Task A_fill_with_quotas_and_faults_that_is_killed_three_times_holds_every_row_and_breaks_no_quota()
    {
        using TempFolder folder = new();
        DateTimeOffset anchor = TimeProvider.System.GetUtcNow();
        FastClock clock = new(anchor, Speed);
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Stocks = s_full ? 800 : 30, From = s_from, To = s_to });
        await using TushareServer server = await TushareServer.StartAsync(market, new ServerOptions { Time = clock, CallsPerMinute = s_callsPerMinute, FaultShare = 0.02 });
        string[] arguments = Arguments(server, folder.Of("store"), s_from, s_to, s_callsPerMinute, anchor);
        int kills = 0;
        foreach (int questions in s_kills)
        {
            using Process process = Start(arguments);
            while (server.Log.QuestionCount < questions && !process.HasExited) await Task.Delay(5);
            if (process.HasExited) break;
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            kills++;
        }

        using Process last = Start(arguments);
        string printed = await last.StandardOutput.ReadToEndAsync();
        await last.WaitForExitAsync();
        Assert.True(last.ExitCode == 0, printed + await last.StandardError.ReadToEndAsync());

        MarketStore store = await MarketStore.OpenAsync(folder.Of("store"));
        (long compared, List<string> different) = await Tables.CompareAsync(market, store, new TushareSyncPlan(s_from));
        Assert.True(different.Count == 0, $"{different.Count} rows differ, the first of each table:\n{string.Join('\n', different.GroupBy(d => d.Split(' ')[0]).Select(g => $"{g.Count()} × {g.First()}"))}");
        Assert.InRange(compared, s_full ? 10_000_000 : 20_000, long.MaxValue);
        Assert.True(server.Log.Faults.Values.Sum() > 10, string.Join(", ", server.Log.Faults));
        Console.WriteLine($"{compared} rows compared; {server.Log.QuestionCount} questions; {string.Join(", ", server.Log.Faults)}\n{printed.Split('\n').LastOrDefault(l => l.Length > 0)}");
        Claim.Exactly("tushare_sync_kills", kills, 3);
        Claim.Exactly("tushare_sync_calls_over_quota", server.Log.OverQuota.Values.Sum(), 0);
        Claim.Exactly("tushare_sync_rows_different", different.Count, 0);
    }

    // AK_SYNC_KILLS=200 kills two hundred: some minutes on a quiet machine.
    [Fact]
    [Trait("Speed", "Slow")]
    public async Task A_sync_killed_at_random_moments_leaves_whole_tables_and_the_bytes_of_an_undisturbed_one()
    {
        int kills = int.Parse(Environment.GetEnvironmentVariable("AK_SYNC_KILLS") ?? "6", System.Globalization.CultureInfo.InvariantCulture);
        await using SyncKiller killer = await SyncKiller.StartAsync();
        await killer.RunAsync(kills, seed: 3);
        Console.WriteLine(killer);
        Assert.Empty(killer.Problems);
        Assert.True(killer.Kills >= kills && killer.Finished >= 1, killer.ToString());
    }

    [Fact]
    [Trait("Speed", "Slow")]
    public async Task Two_processes_with_one_token_keep_to_one_quota()
    {
        using TempFolder folder = new();
        DateTimeOffset anchor = TimeProvider.System.GetUtcNow();
        DateOnly from = new(2020, 1, 2), to = new(2020, 5, 29);
        SimulatedMarket market = SimulatedMarket.Create(new SimulationOptions { Stocks = 10, From = from, To = to });
        await using TushareServer server = await TushareServer.StartAsync(market, new ServerOptions { Time = new FastClock(anchor, Speed), CallsPerMinute = 100 });
        Process[] processes = [.. new[] { "one", "two" }.Select(name => Start(Arguments(server, folder.Of(name), from, to, 100, anchor)))];
        string[] printed = await Task.WhenAll(processes.Select(p => p.StandardOutput.ReadToEndAsync()));
        foreach (Process process in processes)
        {
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, string.Join('\n', printed));
            process.Dispose();
        }

        Assert.Empty(server.Log.OverQuota);
        Assert.True(server.Log.Calls["daily"] > 190, string.Join(", ", server.Log.Calls));
        MarketStore one = await MarketStore.OpenAsync(folder.Of("one")), two = await MarketStore.OpenAsync(folder.Of("two"));
        (_, List<string> different) = await Tables.CompareAsync(one.Latest, two, new TushareSyncPlan(from));
        Assert.Empty(different);
    }

    private static string[] Arguments(TushareServer server, string folder, DateOnly from, DateOnly to, int callsPerMinute, DateTimeOffset anchor) =>
    [
        typeof(TushareServer).Assembly.Location, "--server", server.Address.ToString(), "--sync", folder, "--from", Day(from), "--to", Day(to),
        "--calls", callsPerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture), "--speed", Speed.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "--anchor", anchor.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture),
    ];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    internal static Process Start(string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true }) ?? throw new InvalidOperationException("dotnet could not be started.");
}
