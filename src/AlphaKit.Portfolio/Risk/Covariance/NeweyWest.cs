namespace AlphaKit.Portfolio;

/// <summary>
/// Exponentially weighted covariance with the correction of Newey and West (1987) for serial correlation, for the variance of sums of daily
/// returns per day: F = C₀ + Σ_{Δ=1..D} (1 − Δ/(D+1)) (C_Δ + C_Δᵀ), with C_Δ = Σ_t √(w_t w_{t−Δ}) f_t f_{t−Δ}ᵀ and weights w_t ∝ 2^(−age/half-life)
/// of sum one. The square root makes it the plain Bartlett estimator of the series √w·f, so it is positive semidefinite. Moments are about
/// zero: the mean of a daily return is lost in its error, and a zero mean keeps the estimate linear in the products.
/// </summary>
internal static class NeweyWest
{
    /// <summary>Fills the covariance of the rows of a window.</summary>
    /// <param name="returns">T rows of K values, the oldest first; a missing value is NaN.</param>
    /// <param name="k">How many series.</param>
    /// <param name="halfLife">Days after which a weight halves.</param>
    /// <param name="lags">D, 0 for none.</param>
    /// <param name="result">Receives K × K, symmetric. The variance of a series with gaps is that of its present days: row and column are divided by the root of the weight present; without any it is zero.</param>
    public static void Covariance(ReadOnlySpan<double> returns, int k, double halfLife, int lags, Span<double> result)
    {
        int days = returns.Length / k;
        double[] scaled = new double[days * k], present = new double[k], ahead = new double[k];
        double decay = Math.Pow(0.5, 1 / halfLife), weight = 1;
        for (int t = days - 1; t >= 0; t--, weight *= decay)
        {
            double root = Math.Sqrt(weight);
            for (int j = 0; j < k; j++)
            {
                double value = returns[(t * k) + j];
                if (double.IsNaN(value)) continue;
                scaled[(t * k) + j] = root * value;
                present[j] += weight;
            }
        }

        // F = Σ_t (g_t h_tᵀ + h_t g_tᵀ) with h_t = ½ g_t + Σ_Δ (1 − Δ/(D+1)) g_{t−Δ}: one pass for all lags.
        double[] half = new double[k * k];
        for (int t = 0; t < days; t++)
        {
            ReadOnlySpan<double> now = scaled.AsSpan(t * k, k);
            for (int j = 0; j < k; j++) ahead[j] = 0.5 * now[j];
            for (int lag = 1; lag <= lags && lag <= t; lag++) Vectors.Add(1 - (lag / (lags + 1.0)), scaled.AsSpan((t - lag) * k, k), ahead);
            for (int i = 0; i < k; i++)
            {
                if (now[i] != 0) Vectors.Add(now[i], ahead, half.AsSpan(i * k, k));
            }
        }

        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double total = Math.Sqrt(present[i] * present[j]);
                double value = total > 0 ? (half[(i * k) + j] + half[(j * k) + i]) / total : 0;
                result[(i * k) + j] = value;
                result[(j * k) + i] = value;
            }
        }
    }
}
