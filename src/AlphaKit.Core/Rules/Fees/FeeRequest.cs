namespace AlphaKit;

/// <summary>
/// One fill to be charged. Fills of one order name what the order has filled before them, so that the minimum commission and the rounding to
/// cents apply once per order: the charges of all fills add up to the charge of one fill of the whole order.
/// </summary>
/// <param name="Symbol">What was traded.</param>
/// <param name="Date">The trading day.</param>
/// <param name="Side">Bought or sold.</param>
/// <param name="Amount">Turnover of this fill in CNY, not negative.</param>
/// <param name="Shares">Shares of this fill, not negative.</param>
/// <param name="OrderAmountBefore">Turnover in CNY of the same order's earlier fills.</param>
/// <param name="OrderSharesBefore">Shares of the same order's earlier fills.</param>
public readonly record struct FeeRequest(
    Symbol Symbol, DateOnly Date, TradeSide Side, decimal Amount, long Shares, decimal OrderAmountBefore = 0, long OrderSharesBefore = 0)
{
    internal void Validate()
    {
        if (Amount < 0) throw new ArgumentOutOfRangeException(nameof(Amount), Amount, "Must not be negative.");
        if (Shares < 0) throw new ArgumentOutOfRangeException(nameof(Shares), Shares, "Must not be negative.");
        if (OrderAmountBefore < 0) throw new ArgumentOutOfRangeException(nameof(OrderAmountBefore), OrderAmountBefore, "Must not be negative.");
        if (OrderSharesBefore < 0) throw new ArgumentOutOfRangeException(nameof(OrderSharesBefore), OrderSharesBefore, "Must not be negative.");
        if (Side is not (TradeSide.Buy or TradeSide.Sell)) throw new ArgumentOutOfRangeException(nameof(Side), Side, "Must be Buy or Sell.");
    }
}
