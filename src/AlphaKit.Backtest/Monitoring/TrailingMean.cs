namespace AlphaKit.Backtest;

/// <summary>
/// Mean of a daily series over a window and its Newey–West standard error √(S/n), S = γ₀ + 2 Σ (1 − l/(L + 1)) γ_l with pairs of days that lie l rows apart
/// and are both present (Econometrica 55, 1987; Bartlett weights).
/// </summary>
internal readonly record struct TrailingMean(int Days, double Mean, double StandardError)
{
    /// <summary>Distance from a value in standard errors; NaN where there is no standard error.</summary>
    public double T(double from) => StandardError > 0 ? (Mean - from) / StandardError : double.NaN;

    /// <summary>The mean of what is there; NaN below <paramref name="fewest"/> days.</summary>
    public static TrailingMean Of(ReadOnlySpan<double> values, int lags, int fewest)
    {
        int n = 0;
        double sum = 0;
        foreach (double v in values)
        {
            if (double.IsNaN(v)) continue;
            n++;
            sum += v;
        }

        if (n < fewest) return new TrailingMean(n, double.NaN, double.NaN);
        double mean = sum / n, variance = Covariance(values, mean, 0, n);
        for (int lag = 1; lag <= Math.Min(lags, values.Length - 1); lag++) variance += 2 * (1 - (lag / (lags + 1.0))) * Covariance(values, mean, lag, n);
        return new TrailingMean(n, mean, variance > 0 ? Math.Sqrt(variance / n) : double.NaN);
    }

    private static double Covariance(ReadOnlySpan<double> values, double mean, int lag, int n)
    {
        double sum = 0;
        for (int t = lag; t < values.Length; t++)
        {
            if (!double.IsNaN(values[t]) && !double.IsNaN(values[t - lag])) sum += (values[t] - mean) * (values[t - lag] - mean);
        }

        return sum / n;
    }
}
