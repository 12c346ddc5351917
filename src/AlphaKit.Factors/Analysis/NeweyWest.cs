namespace AlphaKit.Factors;

/// <summary>
/// Summaries of daily series. The t-statistic is mean/√(S/n), S = γ₀ + 2·Σ_{l=1..L} (1 − l/(L+1))·γ_l,
/// γ_l = (1/n)·Σ_t (x_t − m)(x_{t−l} − m): W. K. Newey and K. D. West, Econometrica 55 (1987), Bartlett weights, no small-sample factor.
/// The sums run over pairs of trading days that are l apart and both present; n is the number of days present.
/// </summary>
internal static class NeweyWest
{
    public static SeriesSummary Summarise(ReadOnlySpan<double> series, int lags)
    {
        double[] present = [.. series.ToArray().Where(v => !double.IsNaN(v))];
        int n = present.Length;
        lags = Math.Min(lags, Math.Max(0, series.Length - 1));
        if (n == 0) return new SeriesSummary(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, lags);
        double mean = Moments.Mean(present), deviation = Moments.Deviation(present, Deviation.Sample);
        double variance = 0;
        if (deviation > 0)
        {
            variance = Covariance(series, mean, 0, n);
            for (int lag = 1; lag <= lags; lag++) variance += 2 * (1 - (lag / (lags + 1.0))) * Covariance(series, mean, lag, n);
        }

        return new SeriesSummary(
            n,
            mean,
            deviation,
            deviation > 0 ? mean / deviation : double.NaN,
            present.Count(v => v > 0) / (double)n,
            variance > 0 ? mean / Math.Sqrt(variance / n) : double.NaN,
            lags);
    }

    private static double Covariance(ReadOnlySpan<double> series, double mean, int lag, int n)
    {
        double sum = 0;
        for (int t = lag; t < series.Length; t++)
        {
            if (!double.IsNaN(series[t]) && !double.IsNaN(series[t - lag])) sum += (series[t] - mean) * (series[t - lag] - mean);
        }

        return sum / n;
    }
}
