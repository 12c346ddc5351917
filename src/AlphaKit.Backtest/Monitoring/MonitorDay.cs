namespace AlphaKit.Backtest;

/// <summary>What is known at the close of a day.</summary>
internal sealed record MonitorDay(
    DateOnly? Matured, double RankIc, TrailingMean Ic, int Scored, int Members, TrailingMean Bias, TrailingMean Slope, double WorstShift, string WorstInput);
