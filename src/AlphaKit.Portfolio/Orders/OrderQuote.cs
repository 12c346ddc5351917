namespace AlphaKit.Portfolio;

/// <summary>What is known of one share when orders are written.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Price">The price that orders are sized by and holdings are valued at, CNY per share, positive: the last close, or the price of the moment.</param>
/// <param name="Limits">The limit prices of the trading day; the default is no limit. A price at or above the upper one blocks purchases, at or below the lower one sales.</param>
/// <param name="State">Whether it trades.</param>
public sealed record OrderQuote(Symbol Symbol, decimal Price, LimitPrices Limits = default, QuoteState State = QuoteState.Trading);
