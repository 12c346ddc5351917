namespace AlphaKit.Backtest;

/// <summary>
/// Makes the effects of single periods add up to the effect over all of them: each period's effects are multiplied by k_t / K,
/// k = ln((1 + r)/(1 + b)) / (r − b), or 1/(1 + r) where r = b; K is the same of the compounded returns (D. Cariño, "Combining Attribution
/// Effects Over Time", Journal of Performance Measurement 3(4), 1999). Then Σ linked effects = Π(1 + r) − Π(1 + b) exactly.
/// </summary>
internal static class CarinoLink
{
    /// <summary>k_t / K of every period, and the compounded returns of both sides.</summary>
    public static (double[] Scale, double Portfolio, double Benchmark) Of(ReadOnlySpan<double> portfolio, ReadOnlySpan<double> benchmark)
    {
        double r = ReturnStatistics.TotalReturn(portfolio), b = ReturnStatistics.TotalReturn(benchmark), whole = Coefficient(r, b);
        double[] scale = new double[portfolio.Length];
        for (int t = 0; t < scale.Length; t++) scale[t] = Coefficient(portfolio[t], benchmark[t]) / whole;
        return (scale, r, b);
    }

    // ln((1 + r)/(1 + b)) / (r − b) = ln(1 + x)/x / (1 + b) with x = (r − b)/(1 + b); the series where x is small.
    private static double Coefficient(double r, double b)
    {
        if (!(r > -1 && b > -1)) throw new ArgumentException(FormattableString.Invariant($"Effects over time cannot be linked through a total loss (returns {r} and {b})."));
        double x = (r - b) / (1 + b);
        double ratio = Math.Abs(x) < 1e-5 ? 1 - (x / 2) + (x * x / 3) : Math.Log(1 + x) / x;
        return ratio / (1 + b);
    }
}
