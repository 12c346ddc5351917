namespace AlphaKit.Backtest;

/// <summary>One trade as capacity sees it.</summary>
/// <param name="Amount">Traded amount, CNY, positive.</param>
/// <param name="MarketAmount">What the whole market traded of the share that day, CNY, positive.</param>
/// <param name="Volatility">Daily volatility of the share, for example the standard deviation of its last 20 daily returns; positive.</param>
public readonly record struct CapacityTrade(double Amount, double MarketAmount, double Volatility);
