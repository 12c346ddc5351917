namespace AlphaKit;

/// <summary>A trading-type delisting threshold: <see cref="Measure"/> below <see cref="Value"/> on <see cref="TradingDays"/> consecutive trading days.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Value">The threshold, in CNY per share or CNY.</param>
/// <param name="TradingDays">Consecutive trading days.</param>
/// <param name="Source">The row that says so.</param>
public sealed record DelistingThreshold(DelistingMeasure Measure, decimal Value, int TradingDays, RuleSource Source);
