namespace AlphaKit.Backtest;

/// <summary>The deepest fall of a series from an earlier high.</summary>
/// <param name="Depth">Value at the trough / value at the high − 1; zero or negative.</param>
/// <param name="Peak">Position of the high; −1 for the start of the series, before its first return.</param>
/// <param name="Trough">Position of the trough; −1 if there is no drawdown.</param>
/// <param name="Recovery">Position at which the high was reached again; −1 if it was not.</param>
public readonly record struct Drawdown(double Depth, int Peak, int Trough, int Recovery);
