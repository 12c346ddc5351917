namespace AlphaKit.Backtest;

/// <summary>A case of a sweep that failed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Exception">Why.</param>
public sealed record SweepFailure(string Name, Exception Exception);
