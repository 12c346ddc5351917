namespace AlphaKit.Backtest;

/// <summary>What a slippage model may look at; all of it known when the order is sent, except the price itself.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Date">Dealing day.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Shares">Shares to deal.</param>
/// <param name="Price">The market's price, CNY per share.</param>
/// <param name="AverageVolume">Mean volume of the last 20 days traded before the dealing day, shares; NaN where unknown.</param>
/// <param name="DailyVolatility">
/// Standard deviation (n − 1) of the daily returns of the last 20 days before the dealing day; NaN where unknown.
/// </param>
public readonly record struct SlippageRequest(
    Symbol Symbol,
    DateOnly Date,
    TradeSide Side,
    long Shares,
    decimal Price,
    double AverageVolume,
    double DailyVolatility);
