namespace AlphaKit;

public sealed partial class Rulebook
{
    private readonly DatedRules<StampDutyRule> _stampDuty;
    private readonly DatedRules<TransferFeeRule> _transferFee;
    private readonly DatedRules<FeeRule> _handlingFee;
    private readonly DatedRules<FeeRule> _regulatoryFee;
    private readonly DatedRules<CommissionRule> _commission;

    /// <summary>Stamp duty on a trade of a share, fund or convertible bond.</summary>
    /// <param name="symbol">The instrument.</param>
    /// <param name="date">The trading day.</param>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this instrument and day.</exception>
    public StampDutyRule StampDutyOn(Symbol symbol, DateOnly date) =>
        _stampDuty.FindOrNull((int)symbol.Kind, date) ?? throw _stampDuty.NotAvailable((int)symbol.Kind, $"{symbol.Kind} ({symbol})", date);

    /// <summary>Transfer fee on a trade of a share or fund.</summary>
    /// <param name="symbol">The instrument.</param>
    /// <param name="date">The trading day.</param>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this instrument and day.</exception>
    public TransferFeeRule TransferFeeOn(Symbol symbol, DateOnly date) =>
        _transferFee.FindOrNull(Pair((int)symbol.Kind, (int)symbol.Exchange), date)
        ?? throw _transferFee.NotAvailable(Pair((int)symbol.Kind, (int)symbol.Exchange), $"{symbol.Kind}, {symbol.Exchange} ({symbol})", date);

    /// <summary>Exchange handling fee on a trade of a share or fund.</summary>
    /// <param name="symbol">The instrument.</param>
    /// <param name="date">The trading day.</param>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this instrument and day.</exception>
    public FeeRule HandlingFeeOn(Symbol symbol, DateOnly date) =>
        _handlingFee.FindOrNull(Pair((int)symbol.Kind, (int)symbol.Exchange), date)
        ?? throw _handlingFee.NotAvailable(Pair((int)symbol.Kind, (int)symbol.Exchange), $"{symbol.Kind}, {symbol.Exchange} ({symbol})", date);

    /// <summary>Regulatory fee on a trade of a share or fund.</summary>
    /// <param name="symbol">The instrument.</param>
    /// <param name="date">The trading day.</param>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this instrument and day.</exception>
    public FeeRule RegulatoryFeeOn(Symbol symbol, DateOnly date) =>
        _regulatoryFee.FindOrNull((int)symbol.Kind, date) ?? throw _regulatoryFee.NotAvailable((int)symbol.Kind, $"{symbol.Kind} ({symbol})", date);

    /// <summary>The bounds of broker commissions on a day.</summary>
    /// <param name="date">The day.</param>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this day.</exception>
    public CommissionRule CommissionOn(DateOnly date) => _commission.FindOrNull(0, date) ?? throw _commission.NotAvailable(0, "", date);

    private static DatedRules<StampDutyRule> ReadStampDuty(RuleTable table) => DatedRules<StampDutyRule>.Read(
        table,
        "instrument,first_date,last_date,buy,sell,mark,note",
        row => (int)row.Enum<InstrumentKind>("instrument"),
        (row, source) => new StampDutyRule(row.Decimal("buy", 0, 0.1m), row.Decimal("sell", 0, 0.1m), source));

    private static DatedRules<TransferFeeRule> ReadTransferFee(RuleTable table) => DatedRules<TransferFeeRule>.Read(
        table,
        "instrument,exchange,first_date,last_date,rate,per_share,mark,note",
        KindAndExchange,
        (row, source) => new TransferFeeRule(row.Decimal("rate", 0, 0.1m), row.Decimal("per_share", 0, 1), source));

    private static DatedRules<FeeRule> ReadHandlingFee(RuleTable table) => DatedRules<FeeRule>.Read(
        table,
        "instrument,exchange,first_date,last_date,rate,mark,note",
        KindAndExchange,
        (row, source) => new FeeRule(row.Decimal("rate", 0, 0.1m), source));

    private static DatedRules<FeeRule> ReadRegulatoryFee(RuleTable table) => DatedRules<FeeRule>.Read(
        table,
        "instrument,first_date,last_date,rate,mark,note",
        row => (int)row.Enum<InstrumentKind>("instrument"),
        (row, source) => new FeeRule(row.Decimal("rate", 0, 0.1m), source));

    private static DatedRules<CommissionRule> ReadCommission(RuleTable table) => DatedRules<CommissionRule>.Read(
        table,
        "first_date,last_date,cap,minimum,mark,note",
        _ => 0,
        (row, source) => new CommissionRule(row.Decimal("cap", 0, 0.1m), row.Decimal("minimum", 0, 1000), source));

    private static int KindAndExchange(RuleRow row) => Pair((int)row.Enum<InstrumentKind>("instrument"), (int)row.Enum<Exchange>("exchange"));
}
