namespace AlphaKit.Backtest;

/// <summary>Shares that came in together: T+1, cost and dividend tax go by lot, first in, first out.</summary>
internal sealed class Lot(DateOnly bought, int sellableFrom, long shares, long cost)
{
    /// <summary>Day of purchase, or ex-date for new shares; the holding period starts here.</summary>
    public DateOnly Bought { get; } = bought;

    /// <summary>Ordinal of the first trading day on which the shares can be sold.</summary>
    public int SellableFrom { get; } = sellableFrom;

    /// <summary>Shares left.</summary>
    public long Shares { get; set; } = shares;

    /// <summary>What the shares left cost, fees included, in <see cref="PriceUnits"/>.</summary>
    public long Cost { get; set; } = cost;

    /// <summary>Dividend tax to come.</summary>
    public List<TaxClaim>? Claims { get; set; }
}
