namespace AlphaKit;

/// <summary>One position before a decision.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Shares">Shares held.</param>
/// <param name="Sellable">Shares that may be sold on the trading day (bought earlier, listed).</param>
/// <param name="Price">Last known price, CNY.</param>
public sealed record Holding(Symbol Symbol, long Shares, long Sellable, decimal Price)
{
    /// <summary>Shares × price, CNY.</summary>
    public decimal Value => Shares * Price;
}
