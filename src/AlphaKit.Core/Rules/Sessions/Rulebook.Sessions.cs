namespace AlphaKit;

public sealed partial class Rulebook
{
    private static readonly TradingPhase[] Phases = Enum.GetValues<TradingPhase>();

    private readonly DatedRules<TradingSession> _sessions;
    private readonly DatedRules<IntradayHalt> _intradayHalts;
    private readonly DatedRules<MarketBreakerLevel> _breakers;
    private readonly DatedRules<PriceCage> _cages;
    private readonly DatedRules<SettlementRule> _settlement;

    private enum Segment
    {
        Main = 1,
        ChiNext = 2,
        Star = 3,
        Beijing = 4,
        BShare = 5,
        Fund = 100,
    }

    /// <summary>The halts of the whole market that the circuit breaker of January 2016 caused, ascending.</summary>
    public IReadOnlyList<MarketHalt> MarketHalts { get; }

    /// <summary>The phases of a trading day for an instrument, ascending by start.</summary>
    /// <param name="symbol">An A share or a listed fund.</param>
    /// <param name="date">The trading day.</param>
    /// <exception cref="ArgumentException">The symbol is neither a share nor a fund.</exception>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this market and day.</exception>
    public IReadOnlyList<TradingSession> SessionsOn(Symbol symbol, DateOnly date)
    {
        Segment segment = symbol.Kind == InstrumentKind.Fund ? Segment.Fund : (Segment)(int)RequireShare(symbol);
        List<TradingSession> day = [];
        foreach (TradingPhase phase in Phases)
        {
            if (_sessions.FindOrNull(SessionKey(symbol.Exchange, segment, phase), date) is { } session) day.Add(session);
        }

        if (day.Count == 0)
        {
            int key = SessionKey(symbol.Exchange, segment, TradingPhase.ContinuousMorning);
            throw _sessions.NotAvailable(key, $"{symbol.Exchange}, {segment}", date);
        }

        return [.. day.OrderBy(session => session.From).ThenBy(session => session.Phase)];
    }

    /// <summary>The price cage of limit orders in continuous trading; null where a board had none on that day.</summary>
    /// <param name="symbol">A share.</param>
    /// <param name="date">The day.</param>
    /// <exception cref="ArgumentException">The symbol is no share.</exception>
    public PriceCage? PriceCageOn(Symbol symbol, DateOnly date) => _cages.FindOrNull((int)RequireShare(symbol), date);

    /// <summary>The intraday halts that a share without a limit is subject to, ascending by level; empty where none are known.</summary>
    /// <param name="board">The board.</param>
    /// <param name="date">The day.</param>
    public IReadOnlyList<IntradayHalt> IntradayHaltsOn(Board board, DateOnly date) =>
        [.. _intradayHalts.Keys.Where(key => key >> 16 == (int)board).Select(key => _intradayHalts.FindOrNull(key, date)).OfType<IntradayHalt>().OrderBy(halt => halt.Level)];

    /// <summary>The levels of the market-wide circuit breaker, ascending; empty on days without one.</summary>
    /// <param name="date">The day.</param>
    public IReadOnlyList<MarketBreakerLevel> MarketBreakerOn(DateOnly date) =>
        [.. _breakers.Keys.Select(key => _breakers.FindOrNull(key, date)).OfType<MarketBreakerLevel>().OrderBy(level => level.Level)];

    /// <summary>The turnaround of a share or convertible bond. For a fund the code does not tell the class: ask with <see cref="SettlementClass"/>.</summary>
    /// <param name="symbol">An A share or a convertible bond.</param>
    /// <param name="date">The day of the trade.</param>
    /// <exception cref="ArgumentException">The class does not follow from the code.</exception>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this day.</exception>
    public SettlementRule SettlementOn(Symbol symbol, DateOnly date) => symbol.Kind switch
    {
        InstrumentKind.Stock => SettlementOn(SettlementClass.Share, date),
        InstrumentKind.ConvertibleBond => SettlementOn(SettlementClass.ConvertibleBond, date),
        _ => throw new ArgumentException($"The settlement class of {symbol} does not follow from its code; an A share or a convertible bond is expected.", nameof(symbol)),
    };

    /// <summary>The turnaround of a class of instruments.</summary>
    /// <param name="settlementClass">The class.</param>
    /// <param name="date">The day of the trade.</param>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this class and day.</exception>
    public SettlementRule SettlementOn(SettlementClass settlementClass, DateOnly date) =>
        _settlement.FindOrNull((int)settlementClass, date) ?? throw _settlement.NotAvailable((int)settlementClass, settlementClass.ToString(), date);

    private static int SessionKey(Exchange exchange, Segment segment, TradingPhase phase) => Pair(Pair((int)exchange, (int)segment), (int)phase);

    private static DatedRules<TradingSession> ReadSessions(RuleTable table) => DatedRules<TradingSession>.Read(
        table,
        "exchange,segment,phase,first_date,last_date,from,until,cancel_until,mark,note",
        row => SessionKey(row.Enum<Exchange>("exchange"), row.Enum<Segment>("segment"), row.Enum<TradingPhase>("phase")),
        (row, source) =>
        {
            TimeOnly from = row.Time("from"), until = row.Time("until"), cancel = row.Time("cancel_until");
            if (until <= from) throw row.Fail("until", $"'{row.Cell("until")}' is not after '{row.Cell("from")}'.");
            if (cancel < from || cancel > until) throw row.Fail("cancel_until", $"'{row.Cell("cancel_until")}' is not within the session.");
            return new TradingSession(row.Enum<TradingPhase>("phase"), from, until, cancel, source);
        });

    private static DatedRules<IntradayHalt> ReadIntradayHalts(RuleTable table) => DatedRules<IntradayHalt>.Read(
        table,
        "board,level,first_date,last_date,minutes,resume_by,mark,note",
        row => ((int)row.Enum<Board>("board") << 16) | LevelKey(row),
        (row, source) => new IntradayHalt(row.Decimal("level", 0.001m, 6), (int)row.Count("minutes", 1, 240), row.Time("resume_by"), source));

    private static DatedRules<MarketBreakerLevel> ReadBreakers(RuleTable table) => DatedRules<MarketBreakerLevel>.Read(
        table,
        "level,first_date,last_date,minutes,mark,note",
        LevelKey,
        (row, source) => new MarketBreakerLevel(
            row.Decimal("level", 0.001m, 1), row.Cell("minutes").Length == 0 ? null : (int)row.Count("minutes", 1, 240), source));

    private static MarketHalt[] ReadMarketHalts(RuleTable table)
    {
        table.RequireColumns("date,from,until,level,mark,note");
        List<MarketHalt> halts = [];
        foreach (RuleRow row in table.Entries)
        {
            DateOnly date = row.Date("date");
            TimeOnly from = row.Time("from"), until = row.Time("until");
            if (until <= from) throw row.Fail("until", $"'{row.Cell("until")}' is not after '{row.Cell("from")}'.");
            RuleSource source = new(table.Name, row.Line, date, date, row.Marks(), row.Cell("note"));
            halts.Add(new MarketHalt(date, from, until, row.Decimal("level", 0.001m, 1), source));
        }

        return [.. halts.OrderBy(halt => halt.Date).ThenBy(halt => halt.From)];
    }

    private static DatedRules<PriceCage> ReadCages(RuleTable table) => DatedRules<PriceCage>.Read(
        table,
        "board,first_date,last_date,ratio,ticks,mark,note",
        row => (int)row.Enum<Board>("board"),
        (row, source) => new PriceCage(row.Decimal("ratio", 0.001m, 1), (int)row.Count("ticks", 0, 1000), source));

    private static DatedRules<SettlementRule> ReadSettlement(RuleTable table) => DatedRules<SettlementRule>.Read(
        table,
        "class,first_date,last_date,sell_after,cash_buys_after,cash_leaves_after,mark,note",
        row => (int)row.Enum<SettlementClass>("class"),
        (row, source) => new SettlementRule(
            (int)row.Count("sell_after", 0, 10), (int)row.Count("cash_buys_after", 0, 10), (int)row.Count("cash_leaves_after", 0, 10), source));

    private static int LevelKey(RuleRow row) => (int)(row.Decimal("level", 0.001m, 6) * 10_000);
}
