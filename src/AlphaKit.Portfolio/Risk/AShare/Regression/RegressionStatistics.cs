namespace AlphaKit.Portfolio;

/// <summary>How one day's cross-sectional regression went.</summary>
/// <param name="Date">The day of the returns; exposures are those of the trading day before.</param>
/// <param name="Instruments">Instruments in the regression.</param>
/// <param name="Parameters">Free coefficients.</param>
/// <param name="RSquared">1 − Σ w u²/Σ w r², w = √cap: the share of weighted squared returns that the factors explain.</param>
/// <param name="AdjustedRSquared">The same with both sums over their degrees of freedom, n − p and n.</param>
/// <param name="TStatistics">Factor return over standard error in the order of <see cref="AShareRiskHistory.Factors"/>; NaN for a factor without instruments that day.</param>
/// <param name="VarianceInflation">1/(1 − R²) of each style on all other factors (方差膨胀因子), in the order of <see cref="AShareRiskHistory.Styles"/>; NaN for a style that does not exist that day.</param>
public sealed record RegressionStatistics(
    DateOnly Date,
    int Instruments,
    int Parameters,
    double RSquared,
    double AdjustedRSquared,
    IReadOnlyList<double> TStatistics,
    IReadOnlyList<double> VarianceInflation);
