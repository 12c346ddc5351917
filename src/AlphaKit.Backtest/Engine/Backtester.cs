namespace AlphaKit.Backtest;

/// <summary>
/// Runs a strategy over daily data under the rules of the A-share market: decided on one day, dealt on the next; sells before buys;
/// board lots; T+1; price limits, suspensions and volume decide what can be filled; fees, corporate actions and dividend tax by date.
/// The books are exact and checked every day.
/// </summary>
public static class Backtester
{
    /// <summary>Runs a backtest of target weights: asked for on the schedule, or known by date (<see cref="WeightsByDate"/>).</summary>
    /// <param name="market">The market data; for many runs over the same data an <see cref="InMemoryMarket"/>.</param>
    /// <param name="source">The strategy; asked once per rebalance, in order of days.</param>
    /// <param name="options">How to run.</param>
    /// <param name="progress">Told after every day; null if nobody listens.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The result.</returns>
    /// <exception cref="BacktestRangeException">The dates do not lie within the data.</exception>
    /// <exception cref="FieldNotAvailableException">The data lacks a field that the strategy or the engine needs.</exception>
    /// <exception cref="DatasetNotAvailableException">An index is the benchmark and the data holds no index bars, or minute bars are needed and missing.</exception>
    /// <exception cref="MissingBenchmarkException">The benchmark has no close on a day.</exception>
    /// <exception cref="LookAheadException">The strategy's universe is known later than the decision.</exception>
    /// <exception cref="InvalidTargetException">The strategy wants something that cannot be held.</exception>
    /// <exception cref="InvalidPriceException">A price of the data is negative or infinite, or there are none.</exception>
    /// <exception cref="DateNotInCalendarException">Weights by date are decided on a day that is no trading day.</exception>
    /// <exception cref="EmptyTargetsException">Weights by date decide on no day of the backtest.</exception>
    /// <exception cref="LedgerException">The books do not balance.</exception>
    /// <exception cref="RuleNotAvailableException">The rulebook does not cover a share and day.</exception>
    public static Task<BacktestResult> RunAsync(
        IMarketData market,
        ITargetSource source,
        BacktestOptions options,
        IProgress<BacktestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return RunAsync(market, FrontDoor.Of(source), options, progress, cancellationToken);
    }

    /// <summary>
    /// Runs a backtest of a strategy that is called after every day and sends orders. <see cref="BacktestOptions.Schedule"/> then only says how
    /// often an equally weighted benchmark is rebalanced.
    /// </summary>
    /// <param name="market">The market data.</param>
    /// <param name="strategy">The strategy; its state is its own, so give every run a new one.</param>
    /// <param name="options">How to run.</param>
    /// <param name="progress">Told after every day; null if nobody listens.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The result.</returns>
    /// <inheritdoc cref="RunAsync(IMarketData, ITargetSource, BacktestOptions, IProgress{BacktestProgress}?, CancellationToken)" path="/exception"/>
    public static Task<BacktestResult> RunAsync(
        IMarketData market,
        IStrategy strategy,
        BacktestOptions options,
        IProgress<BacktestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        return RunAsync(market, new StrategyDoor(strategy), options, progress, cancellationToken);
    }

    private static async Task<BacktestResult> RunAsync(
        IMarketData market, FrontDoor door, BacktestOptions options, IProgress<BacktestProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Minutes is not null && !market.Coverage.Has(Datasets.MinuteBars))
            throw new DatasetNotAvailableException(Datasets.MinuteBars.Name, market.Coverage.WhyMissing(Datasets.MinuteBars));
        MarketFrame frame = await MarketFrame.ReadAsync(market, door, options, cancellationToken).ConfigureAwait(false);
        door.Prepare(frame);
        Schedule schedule = door.ScheduleOf(options);
        CorporateCalendar actions = await CorporateCalendar.ReadAsync(market, frame, cancellationToken).ConfigureAwait(false);
        string benchmarkName = options.Benchmark is { } symbol
            ? symbol.ToString()
            : $"equally weighted universe '{door.Universe}', rebalanced {schedule.Name} without costs";
        double[]? index = options.Benchmark is { } benchmark
            ? await BenchmarkSeries.OfIndexAsync(market, frame, benchmark, cancellationToken).ConfigureAwait(false)
            : null;

        // The benchmark knows nothing of the run, so both can be computed at the same time.
        Task<double[]> benchmarkReturns = index is not null
            ? Task.FromResult(index)
            : Task.Run(() => BenchmarkSeries.OfUniverse(frame, actions, options with { Schedule = schedule }), cancellationToken);
        Simulation simulation = new(frame, door, actions, options, options.Minutes is null ? null : new IntradayFills(market, frame, options));
        await Task.Run(async () => await simulation.RunAsync(progress, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        Reconciliation.Check(simulation.Log, frame, simulation.Ledger, PriceUnits.FromYuan(options.InitialCash));
        IReadOnlyList<string> notes = RunNotes.Of(market, frame, actions, simulation.Log, simulation.Ledger, options with { Schedule = schedule }, benchmarkName);
        return new ResultBuilder(market, frame, simulation.Log, options, schedule)
            .Build(door.Name, benchmarkName, await benchmarkReturns.ConfigureAwait(false), notes);
    }
}
