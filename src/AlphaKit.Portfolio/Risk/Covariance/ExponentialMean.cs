namespace AlphaKit.Portfolio;

/// <summary>Weighted mean of a series over a trailing window, weights halving every so many days; NaN entries do not count.</summary>
internal static class ExponentialMean
{
    /// <summary>The mean of the last <paramref name="window"/> values up to and including position <paramref name="at"/>; NaN if none is present.</summary>
    public static double At(ReadOnlySpan<double> series, int at, int window, double halfLife)
    {
        double decay = Math.Pow(0.5, 1 / halfLife), weight = 1, sum = 0, total = 0;
        for (int t = at; t >= 0 && t > at - window; t--, weight *= decay)
        {
            if (double.IsNaN(series[t])) continue;
            sum += weight * series[t];
            total += weight;
        }

        return total > 0 ? sum / total : double.NaN;
    }
}
