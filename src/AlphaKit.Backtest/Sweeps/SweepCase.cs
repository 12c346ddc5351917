namespace AlphaKit.Backtest;

/// <summary>One run of a sweep: a name, options, and a strategy made anew for it.</summary>
public sealed class SweepCase
{
    private readonly Func<IMarketData, CancellationToken, Task<BacktestResult>> _run;

    private SweepCase(string name, BacktestOptions options, Func<IMarketData, CancellationToken, Task<BacktestResult>> run)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(options);
        Name = name;
        Options = options;
        _run = run;
    }

    /// <summary>Name, unique within its sweep; it says which parameters the case has.</summary>
    public string Name { get; }

    /// <summary>How it is run.</summary>
    public BacktestOptions Options { get; }

    /// <summary>A case of target weights.</summary>
    /// <param name="name">Name, unique within its sweep.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="source">Makes the target source; called once, on the thread of the case.</param>
    public static SweepCase Of(string name, BacktestOptions options, Func<ITargetSource> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new SweepCase(name, options, (market, stop) => Backtester.RunAsync(market, source(), options, cancellationToken: stop));
    }

    /// <summary>A case of a strategy that sends orders.</summary>
    /// <param name="name">Name, unique within its sweep.</param>
    /// <param name="options">How it is run.</param>
    /// <param name="strategy">Makes the strategy; called once, on the thread of the case.</param>
    public static SweepCase Of(string name, BacktestOptions options, Func<IStrategy> strategy)
    {
        ArgumentNullException.ThrowIfNull(strategy);
        return new SweepCase(name, options, (market, stop) => Backtester.RunAsync(market, strategy(), options, cancellationToken: stop));
    }

    internal Task<BacktestResult> RunAsync(IMarketData market, CancellationToken cancellationToken) => _run(market, cancellationToken);
}
