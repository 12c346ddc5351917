using System.Globalization;

namespace AlphaKit.Data.Tests.Store.Crash;

/// <summary>
/// What runs when this assembly is started as a program: <c>write FOLDER</c> is a writer to be killed, <c>kill COUNT SEED</c> kills so many
/// and prints how many left something wrong.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["write", string folder])
        {
            await SteadyWork.RunAsync(folder, TimeSpan.Zero, () => Console.Out.WriteLine("ready"));
            return 0;
        }

        if (args is ["kill", string count, string seed])
        {
            KillReport report = await Killer.RunAsync(int.Parse(count, CultureInfo.InvariantCulture), ulong.Parse(seed, CultureInfo.InvariantCulture));
            foreach (string problem in report.Problems) await Console.Error.WriteLineAsync(problem);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Problems.Count} problems, {report.Kills} kills, {report.Finished} stores finished, killed within a commit {report.WithinCommit} times"));
            return report.Problems.Count == 0 ? 0 : 1;
        }

        await Console.Error.WriteLineAsync("write FOLDER or kill COUNT SEED");
        return 2;
    }
}
