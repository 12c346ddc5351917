namespace AlphaKit.Backtest;

/// <summary>How far a backtest is.</summary>
/// <param name="Day">The day just closed.</param>
/// <param name="DaysDone">Days done, that one included.</param>
/// <param name="DaysTotal">Days of the whole run.</param>
/// <param name="NetAssetValue">Net asset value at its close, CNY.</param>
public readonly record struct BacktestProgress(DateOnly Day, int DaysDone, int DaysTotal, decimal NetAssetValue);
