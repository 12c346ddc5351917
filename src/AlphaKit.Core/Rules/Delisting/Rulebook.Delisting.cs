namespace AlphaKit;

public sealed partial class Rulebook
{
    private readonly DatedRules<DelistingPeriod> _delistingPeriods;
    private readonly DatedRules<DelistingThreshold> _delistingThresholds;

    /// <summary>The delisting period for a decision of this day.</summary>
    /// <param name="reason">Why the share is delisted.</param>
    /// <param name="date">The day of the decision.</param>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this day.</exception>
    public DelistingPeriod DelistingPeriodOn(DelistingReason reason, DateOnly date) =>
        _delistingPeriods.FindOrNull((int)reason, date) ?? throw _delistingPeriods.NotAvailable((int)reason, reason.ToString(), date);

    /// <summary>The trading-type delisting thresholds of a board on a day; empty where none are known.</summary>
    /// <param name="board">The board.</param>
    /// <param name="date">The day.</param>
    public IReadOnlyList<DelistingThreshold> DelistingThresholdsOn(Board board, DateOnly date) =>
    [
        .. Enum.GetValues<DelistingMeasure>()
            .Select(measure => _delistingThresholds.FindOrNull(Pair((int)board, (int)measure), date))
            .OfType<DelistingThreshold>(),
    ];

    private static DatedRules<DelistingPeriod> ReadDelistingPeriods(RuleTable table) => DatedRules<DelistingPeriod>.Read(
        table,
        "reason,first_date,last_date,days,mark,note",
        row => (int)row.Enum<DelistingReason>("reason"),
        (row, source) => new DelistingPeriod((int)row.Count("days", 0, 250), source));

    private static DatedRules<DelistingThreshold> ReadDelistingThresholds(RuleTable table) => DatedRules<DelistingThreshold>.Read(
        table,
        "board,measure,first_date,last_date,threshold,days,mark,note",
        row => Pair((int)row.Enum<Board>("board"), (int)row.Enum<DelistingMeasure>("measure")),
        (row, source) => new DelistingThreshold(
            row.Enum<DelistingMeasure>("measure"), row.Decimal("threshold", 0, 1_000_000_000_000m), (int)row.Count("days", 1, 250), source));
}
