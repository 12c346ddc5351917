namespace AlphaKit;

/// <summary>One trade (逐笔成交).</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Time">Beijing time.</param>
/// <param name="Sequence">Number in the day's message order.</param>
/// <param name="Price">CNY per share.</param>
/// <param name="Volume">Shares.</param>
/// <param name="BuyOrder">Number of the buy order.</param>
/// <param name="SellOrder">Number of the sell order.</param>
/// <param name="Aggressor">The active side.</param>
public readonly record struct TickTrade(
    Symbol Symbol,
    DateTime Time,
    long Sequence,
    decimal Price,
    long Volume,
    long BuyOrder,
    long SellOrder,
    Aggressor Aggressor);
