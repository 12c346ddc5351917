namespace AlphaKit;

/// <summary>One minute of one share. The bar stamped 09:31 covers 09:30–09:31 and the opening call.</summary>
/// <param name="Symbol">The share.</param>
/// <param name="Time">End of the minute, Beijing time.</param>
/// <param name="Open">First price, CNY.</param>
/// <param name="High">Highest price, CNY.</param>
/// <param name="Low">Lowest price, CNY.</param>
/// <param name="Close">Last price, CNY.</param>
/// <param name="Volume">Shares traded.</param>
/// <param name="Amount">Turnover, CNY.</param>
/// <param name="Trades">Number of trades; null where the source does not count them.</param>
public readonly record struct MinuteBar(
    Symbol Symbol,
    DateTime Time,
    double Open,
    double High,
    double Low,
    double Close,
    long Volume,
    double Amount,
    int? Trades);
