namespace AlphaKit.Backtest;

/// <summary>
/// What a backtest came to: every day, every fill, every order not filled and why, every corporate action, the measures, and a manifest by
/// which it can be repeated. Money is exact.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class BacktestResult
{
    private readonly Lazy<RunManifest> _manifest;

    /// <summary>Makes a result.</summary>
    public BacktestResult() => _manifest = new Lazy<RunManifest>(HashTables);

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
    /// One row per fill: date, symbol, side, shares, market_price, price (after slippage), amount, commission, stamp_duty, transfer_fee,
    /// other_fees, dividend_tax, realised (sales: proceeds after fees less cost, FIFO).
    /// </summary>
    public required Table Trades { get; init; }

    /// <summary>One row per order that was not filled in full: date, symbol, side, wanted, filled, reason (<see cref="UnfilledReason"/>), detail.</summary>
    public required Table Rejections { get; init; }

    /// <summary>
    /// One row per corporate action, delisting or unexplained price gap that touched a holding: date, symbol, kind, shares (change),
    /// cash (change), receivable (change), tax (paid or withheld, already taken off), detail. Kinds: <see cref="HoldingEvent"/>.
    /// </summary>
    public required Table Events { get; init; }

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

    private RunManifest HashTables()
    {
        RunManifest manifest = Origin;
        foreach (Table table in Tables) manifest = manifest.WithResult(table);
        return manifest;
    }
}
