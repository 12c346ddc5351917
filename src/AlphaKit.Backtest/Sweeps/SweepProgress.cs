namespace AlphaKit.Backtest;

/// <summary>How far a sweep is.</summary>
/// <param name="Name">The case just done.</param>
/// <param name="Done">Cases done, that one included.</param>
/// <param name="Total">Cases in all.</param>
public readonly record struct SweepProgress(string Name, int Done, int Total);
