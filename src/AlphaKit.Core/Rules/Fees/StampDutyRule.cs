namespace AlphaKit;

/// <summary>Stamp duty 印花税 as fractions of turnover.</summary>
/// <param name="Buy">On purchases.</param>
/// <param name="Sell">On sales.</param>
/// <param name="Source">The row that says so.</param>
public sealed record StampDutyRule(decimal Buy, decimal Sell, RuleSource Source)
{
    /// <summary>The rate of one side.</summary>
    /// <param name="side">The side.</param>
    public decimal RateOf(TradeSide side) => side == TradeSide.Buy ? Buy : Sell;
}
