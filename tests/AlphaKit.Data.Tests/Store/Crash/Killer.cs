using System.Diagnostics;

namespace AlphaKit.Data.Tests.Store.Crash;

/// <summary>
/// Starts writers and kills each at a random moment after it began (SIGKILL). After each kill the store must open and hold exactly what
/// some number of whole deliveries leaves; a store that came to its end must have the bytes of one that was never disturbed.
/// </summary>
internal static class Killer
{
    public static async Task<KillReport> RunAsync(int kills, ulong seed)
    {
        RandomStream random = RandomStream.Create(seed, "kills");
        List<string> problems = [];
        List<string> versions = [];
        using StoreFolder calm = new();
        versions.Add((await MarketStore.OpenAsync(calm.Path)).Version);
        long started = Stopwatch.GetTimestamp();
        await SteadyWork.RunAsync(calm.Path, TimeSpan.Zero, done: (_, store) => versions.Add(store.Version));
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        SortedDictionary<string, string> expected = calm.Files();
        int killed = 0, finished = 0, within = 0;
        while (killed < kills)
        {
            using StoreFolder folder = new();
            bool isWhole = true;
            for (bool ended = false; !ended; isWhole = false)
            {
                TimeSpan delay = killed < kills ? TimeSpan.FromSeconds(random.NextDouble() * seconds * 0.6) : TimeSpan.FromMinutes(2);
                started = Stopwatch.GetTimestamp();
                ended = !await KillAsync(folder.Path, delay);
                if (!ended) killed++;

                // The least that a whole run took: a machine that was busy during the first would let too many end before their kill.
                else if (isWhole) seconds = Math.Min(seconds, Stopwatch.GetElapsedTime(started).TotalSeconds);
                if (Leftovers(folder.Path)) within++;
                string where = $"kill {killed} of {kills}, seed {seed}";
                try
                {
                    MarketStore store = await MarketStore.OpenAsync(folder.Path, new MarketStoreOptions { Patience = TimeSpan.FromSeconds(5) });
                    int done = SteadyWork.Done(store);
                    if (store.Version != versions[done]) problems.Add($"{where}: after {done} steps the store holds something else than {done} whole deliveries.");
                    foreach (string table in store.Latest.Tables)
                    {
                        long rows = store.Describe(table)!.Rows, read = (await store.Latest.RecordedBy(DateTimeOffset.MaxValue).ReadAsync(table)).RowCount;
                        if (read == 0 || read > rows) problems.Add($"{where}: {table} has {rows} rows, {read} were read.");
                    }

                    if (ended && done != SteadyWork.Steps) problems.Add($"{where}: a writer ended after {done} of {SteadyWork.Steps} steps.");
                }
                catch (Exception error) when (error is AlphaKitException or IOException)
                {
                    problems.Add($"{where}: {error.Message}");
                    break;
                }
            }

            if (!folder.Files().SequenceEqual(expected)) problems.Add($"seed {seed}: a store that was killed on its way has other bytes than an undisturbed one.");
            finished++;
        }

        return new KillReport(killed, finished, within, problems);
    }

    /// <summary>Runs a writer; true if it was killed before it came to its end.</summary>
    private static async Task<bool> KillAsync(string folder, TimeSpan delay)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", [typeof(Killer).Assembly.Location, "write", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process writer = Process.Start(start)!;
        Task<string> errors = writer.StandardError.ReadToEndAsync();
        if (await writer.StandardOutput.ReadLineAsync() != "ready") throw new InvalidOperationException($"The writer did not begin: {await errors}");
        Task end = writer.WaitForExitAsync();
        if (await Task.WhenAny(end, Task.Delay(delay)) == end)
        {
            if (writer.ExitCode != 0) throw new InvalidOperationException($"The writer failed: {await errors}");
            return false;
        }

        writer.Kill();
        await end;
        return true;
    }

    private static bool Leftovers(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(f => f.EndsWith(".new", StringComparison.Ordinal) || f.EndsWith("commit.json", StringComparison.Ordinal));
}
