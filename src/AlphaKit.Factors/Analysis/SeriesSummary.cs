namespace AlphaKit.Factors;

/// <summary>Summary of a daily series; missing days are left out.</summary>
/// <param name="Days">Days with a value.</param>
/// <param name="Mean">Mean.</param>
/// <param name="StandardDeviation">Standard deviation, divisor n − 1; NaN for one day.</param>
/// <param name="Ratio">Mean/standard deviation, not annualised; NaN where the deviation is 0 or unknown.</param>
/// <param name="PositiveShare">Share of days above 0.</param>
/// <param name="TStatistic">Newey–West t-statistic of the mean; NaN where its standard error is 0.</param>
/// <param name="Lags">Lags of the t-statistic, in trading days.</param>
public sealed record SeriesSummary(
    int Days, double Mean, double StandardDeviation, double Ratio, double PositiveShare, double TStatistic, int Lags);
