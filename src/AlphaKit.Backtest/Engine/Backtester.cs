namespace AlphaKit.Backtest;

/// <summary>
/// Runs a strategy over daily data under the rules of the A-share market: decided on one day, dealt on the next; sells before buys;
/// board lots; T+1; price limits, suspensions and volume decide what can be filled; fees, corporate actions and dividend tax by date.
/// The books are exact and checked every day.
/// </summary>
public static class Backtester
{
    /// <summary>Runs a backtest.</summary>
    /// <param name="market">The market data.</param>
    /// <param name="source">The strategy; asked once per rebalance, in order of days.</param>
    /// <param name="options">How to run.</param>
    /// <param name="progress">Told after every day; null if nobody listens.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="BacktestRangeException">The dates do not lie within the data.</exception>
    /// <exception cref="FieldNotAvailableException">The data lacks a field that the strategy or the engine needs.</exception>
    /// <exception cref="DatasetNotAvailableException">An index is the benchmark and the data holds no index bars.</exception>
    /// <exception cref="MissingBenchmarkException">The benchmark has no close on a day.</exception>
    /// <exception cref="LookAheadException">The strategy's universe is known later than the decision.</exception>
    /// <exception cref="InvalidTargetException">The strategy wants something that cannot be held.</exception>
    /// <exception cref="LedgerException">The books do not balance.</exception>
    /// <exception cref="RuleNotAvailableException">The rulebook does not cover a share and day.</exception>
    public static async Task<BacktestResult> RunAsync(
        IMarketData market,
        ITargetSource source,
        BacktestOptions options,
        IProgress<BacktestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        MarketFrame frame = await MarketFrame.ReadAsync(market, source, options, cancellationToken).ConfigureAwait(false);
        CorporateCalendar actions = await CorporateCalendar.ReadAsync(market, frame, cancellationToken).ConfigureAwait(false);
        string benchmarkName = options.Benchmark is { } symbol
            ? symbol.ToString()
            : $"equally weighted universe '{source.Universe}', rebalanced {options.Schedule.Name} without costs";
        double[]? index = options.Benchmark is { } benchmark
            ? await BenchmarkSeries.OfIndexAsync(market, frame, benchmark, cancellationToken).ConfigureAwait(false)
            : null;
        return await Task.Run(Run, cancellationToken).ConfigureAwait(false);

        BacktestResult Run()
        {
            Simulation simulation = new(frame, source, actions, options);
            simulation.Run(progress, cancellationToken);
            Reconciliation.Check(simulation.Log, frame, simulation.Ledger, options.InitialCash);
            double[] benchmarkReturns = index ?? BenchmarkSeries.OfUniverse(frame, actions, options);
            IReadOnlyList<string> notes = RunNotes.Of(market, frame, actions, simulation.Log, simulation.Ledger, options, benchmarkName);
            return new ResultBuilder(market, frame, simulation.Log, options).Build(source.Name, benchmarkName, benchmarkReturns, notes);
        }
    }
}
