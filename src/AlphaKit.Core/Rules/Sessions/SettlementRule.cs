namespace AlphaKit;

/// <summary>Turnaround of shares and cash, in trading days.</summary>
/// <param name="SellAfter">From purchase to the first possible sale: 1 is T+1, 0 is T+0.</param>
/// <param name="CashBuysAfter">From a sale to buying with its proceeds.</param>
/// <param name="CashLeavesAfter">From a sale to withdrawing its proceeds.</param>
/// <param name="Source">The row that says so.</param>
public sealed record SettlementRule(int SellAfter, int CashBuysAfter, int CashLeavesAfter, RuleSource Source);
