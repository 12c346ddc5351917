namespace AlphaKit.Factors;

/// <summary>What <see cref="Indicators.LinearRegression"/> tells of the line through a window.</summary>
/// <param name="Slope">Change per day.</param>
/// <param name="RSquared">Share of the variance that the line explains, 0 to 1.</param>
/// <param name="End">The line at today.</param>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record RegressionLines(Factor Slope, Factor RSquared, Factor End);
