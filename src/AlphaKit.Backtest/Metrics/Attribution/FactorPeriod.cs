namespace AlphaKit.Backtest;

/// <summary>One period of a portfolio in terms of a risk model's factors.</summary>
/// <param name="Date">Last day of the period.</param>
/// <param name="PortfolioReturn">Return of the portfolio.</param>
/// <param name="BenchmarkReturn">Return of the benchmark; 0 to attribute the portfolio's own return.</param>
/// <param name="Exposures">
/// Exposures of the portfolio less those of the benchmark at the start of the period, one per factor: Σ (w − v) X. Finite.
/// </param>
/// <param name="FactorReturns">Return of each factor over the period; NaN, which counts as 0, for a factor that had none.</param>
public sealed record FactorPeriod(DateOnly Date, double PortfolioReturn, double BenchmarkReturn, IReadOnlyList<double> Exposures, IReadOnlyList<double> FactorReturns);
