namespace AlphaKit.Data.Simulation;

/// <summary>The compact state of the whole market, from which every table is rendered.</summary>
internal sealed class World
{
    public World(SimulationOptions options, CancellationToken cancellationToken)
    {
        Options = options;
        Days = [.. HolidayRules.TradingDays(options.From, options.To)];
        if (Days.Length == 0) throw new ArgumentException($"There is no trading day from {options.From:yyyy-MM-dd} to {options.To:yyyy-MM-dd}.", nameof(options));
        List<StockProfile> profiles = StockFactory.Draw(options, Days);
        CommonFactors common = new(options.Seed, Days.Length);
        StockPath[] paths = new StockPath[profiles.Count];
        Parallel.For(0, paths.Length, Parallelism(cancellationToken), i => paths[i] = PathSimulator.Run(profiles[i], Days, common, options));
        Array.Sort(paths, (a, b) => a.Profile.Symbol.CompareTo(b.Profile.Symbol));
        Paths = paths;
    }

    public SimulationOptions Options { get; }

    public DateOnly[] Days { get; }

    /// <summary>All shares, ascending by symbol.</summary>
    public StockPath[] Paths { get; }

    public ParallelOptions Parallelism(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Options.MaxDegreeOfParallelism, CancellationToken = cancellationToken };

    public DateOnly DayOf(StockPath path, int i) => Days[path.First + i];
}
