namespace AlphaKit;

/// <summary>One order message (逐笔委托).</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Time">Beijing time.</param>
/// <param name="Sequence">Number in the day's message order.</param>
/// <param name="Order">Number of the order.</param>
/// <param name="Kind">New order or cancellation.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Price">Limit price, CNY per share.</param>
/// <param name="Volume">Shares.</param>
public readonly record struct TickOrder(
    Symbol Symbol,
    DateTime Time,
    long Sequence,
    long Order,
    TickOrderKind Kind,
    TradeSide Side,
    decimal Price,
    long Volume);
