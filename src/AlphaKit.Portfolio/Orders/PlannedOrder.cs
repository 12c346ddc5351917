namespace AlphaKit.Portfolio;

/// <summary>One order of a ticket: a limit order of a size that the exchange takes.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Side">Bought or sold.</param>
/// <param name="Shares">Shares, positive.</param>
/// <param name="Price">The price that it was sized by, CNY per share.</param>
/// <param name="LimitPrice">The worst price that it accepts, CNY per share, a whole number of ticks within the day's limits.</param>
/// <param name="Fees">Fees at the limit price, CNY.</param>
public sealed record PlannedOrder(Symbol Symbol, TradeSide Side, long Shares, decimal Price, decimal LimitPrice, decimal Fees)
{
    /// <summary>Shares × limit price, CNY.</summary>
    public decimal Amount => Shares * LimitPrice;

    /// <summary>What it does to the cash at the limit price, fees included, CNY: negative for purchases.</summary>
    public decimal CashFlow => Side == TradeSide.Sell ? Amount - Fees : -(Amount + Fees);
}
