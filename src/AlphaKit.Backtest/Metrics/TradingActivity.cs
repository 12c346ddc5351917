namespace AlphaKit.Backtest;

/// <summary>What was traded in a backtest.</summary>
/// <param name="Rebalances">Dealing days on which a target was given.</param>
/// <param name="Trades">Fills.</param>
/// <param name="RejectedOrders">Orders not filled in full.</param>
/// <param name="PlannedTurnover">Mean over rebalances of Σ|target weight − drifted weight|: two-sided, a full exchange of the portfolio is 2.</param>
/// <param name="RealisedTurnover">Mean over rebalances of Σ|traded amount| / net asset value at the decision: two-sided.</param>
/// <param name="WinningSales">Sales that brought in more than the shares sold had cost, all fees included (first in, first out).</param>
/// <param name="Sales">Sales.</param>
/// <param name="Costs">What it cost.</param>
public sealed record TradingActivity(
    int Rebalances,
    int Trades,
    int RejectedOrders,
    double PlannedTurnover,
    double RealisedTurnover,
    int WinningSales,
    int Sales,
    Costs Costs)
{
    /// <summary>No trading.</summary>
    public static TradingActivity None { get; } = new(0, 0, 0, double.NaN, double.NaN, 0, 0, default);

    /// <summary>Winning sales / sales; NaN without sales.</summary>
    public double TradeWinRate => Sales == 0 ? double.NaN : (double)WinningSales / Sales;
}
