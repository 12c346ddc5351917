namespace AlphaKit;

public sealed partial class Rulebook
{
    private readonly DatedRules<MarginRule> _margin;

    /// <summary>A ratio of margin trading on a day.</summary>
    /// <param name="measure">Which ratio.</param>
    /// <param name="date">The day; margins hold for contracts opened on it.</param>
    /// <exception cref="RuleNotAvailableException">The rulebook has no row for this day.</exception>
    public MarginRule MarginOn(MarginMeasure measure, DateOnly date) =>
        _margin.FindOrNull((int)measure, date) ?? throw _margin.NotAvailable((int)measure, measure.ToString(), date);

    private static DatedRules<MarginRule> ReadMargin(RuleTable table) => DatedRules<MarginRule>.Read(
        table,
        "measure,first_date,last_date,ratio,mark,note",
        row => (int)row.Enum<MarginMeasure>("measure"),
        (row, source) => new MarginRule(row.Enum<MarginMeasure>("measure"), row.Decimal("ratio", 0, 10), source));
}
