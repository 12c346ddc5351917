namespace AlphaKit.Backtest;

/// <summary>One group (industry, size class …) over one period, as Brinson's attribution sees it.</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="PortfolioWeight">Weight in the portfolio at the start of the period.</param>
/// <param name="PortfolioReturn">Return of the portfolio's part in the group; not used where the weight is 0.</param>
/// <param name="BenchmarkWeight">Weight in the benchmark at the start of the period.</param>
/// <param name="BenchmarkReturn">Return of the benchmark's part in the group; not used where the weight is 0.</param>
public readonly record struct BrinsonGroup(string Name, double PortfolioWeight, double PortfolioReturn, double BenchmarkWeight, double BenchmarkReturn);
