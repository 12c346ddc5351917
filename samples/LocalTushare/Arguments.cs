using System.Globalization;

namespace LocalTushare;

/// <summary>The command line.</summary>
internal sealed class Arguments
{
    public const string Usage = """
        Usage: LocalTushare [--sync DIR] [--server URL | --port N] [--stocks N] [--from yyyy-MM-dd] [--to yyyy-MM-dd]
                            [--faults SHARE] [--calls PER_MINUTE] [--points N] [--speed N --anchor TICKS]
          without --sync   serves a simulated market until Ctrl+C
          --sync DIR       keeps the store DIR in step with the server of this process, or with the one at URL, and ends
          --speed          a clock that runs N times as fast, so that minutes of quotas pass in seconds; 0 stands still
        """;

    private static readonly string[] s_known = ["--sync", "--server", "--port", "--stocks", "--from", "--to", "--faults", "--calls", "--points", "--speed", "--anchor"];
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    private Arguments(string[] args)
    {
        for (int i = 0; i + 1 < args.Length; i += 2) _given[args[i]] = args[i + 1];
    }

    public string? Folder => _given.GetValueOrDefault("--sync");

    public Uri? Server => _given.TryGetValue("--server", out string? url) ? new Uri(url) : null;

    public int Port => Number("--port", 0);

    public int Stocks => Number("--stocks", 100);

    public int Calls => Number("--calls", 100_000);

    public int Points => Number("--points", 5000);

    public DateOnly From => DateOnly.Parse(_given.GetValueOrDefault("--from", "2020-01-02"), CultureInfo.InvariantCulture);

    public DateOnly To => DateOnly.Parse(_given.GetValueOrDefault("--to", "2021-12-31"), CultureInfo.InvariantCulture);

    public double Faults => double.Parse(_given.GetValueOrDefault("--faults", "0.02"), CultureInfo.InvariantCulture);

    public TimeProvider Time => _given.TryGetValue("--speed", out string? speed)
        ? new FastClock(
            new DateTimeOffset(long.Parse(_given.GetValueOrDefault("--anchor", "638000000000000000"), CultureInfo.InvariantCulture), TimeSpan.Zero),
            double.Parse(speed, CultureInfo.InvariantCulture))
        : TimeProvider.System;

    /// <summary>The arguments, or null if they are wrong.</summary>
    public static Arguments? Read(string[] args)
    {
        Arguments arguments = new(args);
        return args.Length % 2 == 0 && arguments._given.Keys.All(s_known.Contains) ? arguments : null;
    }

    private int Number(string name, int otherwise) => _given.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
