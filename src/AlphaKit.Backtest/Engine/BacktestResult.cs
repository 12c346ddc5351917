using System.Diagnostics.CodeAnalysis;

namespace AlphaKit.Backtest;

/// <summary>
/// What a backtest came to: every day, every fill, every order not filled and why, every corporate action, the measures, and a manifest by
/// which it can be repeated. Money is exact.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class BacktestResult
{
    private readonly Lazy<RunManifest> _manifest;
    private readonly Lazy<Table> _trades = null!;
    private readonly Lazy<Table> _rejections = null!;
    private readonly Lazy<Table> _events = null!;

    /// <summary>Makes a result.</summary>
    public BacktestResult() => _manifest = new Lazy<RunManifest>(HashTables);

    /// <summary>Makes a result whose long tables are written out of the log when first asked for; everything else is set by the caller.</summary>
    [SetsRequiredMembers]
#pragma warning disable CS8618 // The three long tables come from the functions.
    internal BacktestResult(string name, RunLog log, Func<Table> trades, Func<Table> rejections, Func<Table> events)
        : this()
#pragma warning restore CS8618
    {
        Name = name;
        Log = log;
        _trades = new Lazy<Table>(trades);
        _rejections = new Lazy<Table>(rejections);
        _events = new Lazy<Table>(events);
        (Calendar, Daily, Rebalances, Yearly, Monthly, Performance, Notes, Origin) = (null!, null!, null!, null!, null!, null!, null!, null!);
    }

    /// <summary>Name of the strategy.</summary>
    public required string Name { get; init; }

    /// <summary>The trading days.</summary>
    public required TradingCalendar Calendar { get; init; }

    /// <summary>
    /// One row per day, at its close: date, nav, cash, positions_value, receivables, liabilities (dividend tax owed), return, benchmark
    /// (growth of 1), benchmark_return, drawdown, holdings (number of names), turnover (traded amount / net asset value of the day
    /// before, two-sided), fees. nav = cash + positions_value + receivables − liabilities.
    /// </summary>
    public required Table Daily { get; init; }

    /// <summary>
    /// One row per fill: date, symbol, order (number within the run; an order above the board's largest size goes out as several), side, shares, market_price, price (after slippage), amount, commission, stamp_duty, transfer_fee,
    /// other_fees, dividend_tax, realised (sales: proceeds after fees less cost, FIFO).
    /// </summary>
    public required Table Trades { get => _trades.Value; init => _trades = new Lazy<Table>(value ?? throw new ArgumentNullException(nameof(Trades))); }

    /// <summary>One row per order that was not filled in full: date, symbol, side, wanted, filled, reason (<see cref="UnfilledReason"/>), detail.</summary>
    public required Table Rejections { get => _rejections.Value; init => _rejections = new Lazy<Table>(value ?? throw new ArgumentNullException(nameof(Rejections))); }

    /// <summary>
    /// One row per corporate action, delisting or unexplained price gap that touched a holding: date, symbol, kind, shares (change),
    /// cash (change), receivable (change), tax (paid or withheld, already taken off), detail. Kinds: <see cref="HoldingEvent"/>.
    /// </summary>
    public required Table Events { get => _events.Value; init => _events = new Lazy<Table>(value ?? throw new ArgumentNullException(nameof(Events))); }

    /// <summary>
    /// One row per dealing day: decided, dealt, names, invested (weights wanted), planned_turnover, realised_turnover (two-sided), orders,
    /// filled, unfilled, note (why holdings were kept, if they were).
    /// </summary>
    public required Table Rebalances { get; init; }

    /// <summary>One row per calendar year.</summary>
    public required Table Yearly { get; init; }

    /// <summary>One row per calendar month.</summary>
    public required Table Monthly { get; init; }

    /// <summary>The measures as rows: metric, value, formula.</summary>
    public Table Metrics => Performance.ToTable();

    /// <summary>The measures, typed.</summary>
    public required Performance Performance { get; init; }

    /// <summary>Assumptions, approximations and whatever else a reader must know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Data version and parameters, without the hashes of the results.</summary>
    public required RunManifest Origin { get; init; }

    /// <summary>Data version, parameters and the hash of every table; computed when first asked for.</summary>
    public RunManifest Manifest => _manifest.Value;

    /// <summary>All tables.</summary>
    public IReadOnlyList<Table> Tables => [Daily, Trades, Rejections, Events, Rebalances, Yearly, Monthly, Metrics];

    /// <summary>Name and main measures.</summary>
    public override string ToString() => $"{Name}: {Performance}";

    /// <summary>What the run wrote down; null for a result made from tables.</summary>
    internal RunLog? Log { get; }

    private RunManifest HashTables()
    {
        RunManifest manifest = Origin;
        foreach (Table table in Tables) manifest = manifest.WithResult(table);
        return manifest;
    }
}
