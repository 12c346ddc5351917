namespace AlphaKit.Backtest;

public static partial class ReturnStatistics
{
    /// <summary>
    /// Beta: cov(r, b) / var(b), both with n − 1; the same for any constant riskless return. NaN below two days or where b does not vary.
    /// </summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="benchmark">Daily returns of the benchmark, as many.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Beta(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark)
    {
        SameLength(returns, benchmark);
        if (returns.Length < 2) return double.NaN;
        double mr = Mean(returns), mb = Mean(benchmark), joint = 0, own = 0;
        for (int t = 0; t < returns.Length; t++)
        {
            joint += (returns[t] - mr) * (benchmark[t] - mb);
            own += (benchmark[t] - mb) * (benchmark[t] - mb);
        }

        return own > 0 && Varies(benchmark) ? joint / own : double.NaN;
    }

    /// <summary>
    /// Jensen's alpha per year, compounded: (1 + mean(r − rf) − β mean(b − rf))^N − 1, as in empyrical from 0.5 on (earlier versions multiply by N).
    /// NaN where <see cref="Beta"/> is.
    /// </summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="benchmark">Daily returns of the benchmark, as many.</param>
    /// <param name="dailyRiskFree">Riskless return per trading day.</param>
    /// <param name="daysPerYear">N.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Alpha(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double dailyRiskFree, double daysPerYear)
    {
        double beta = Beta(returns, benchmark);
        double daily = Mean(returns) - dailyRiskFree - (beta * (Mean(benchmark) - dailyRiskFree));
        return Math.Pow(1 + daily, Positive(daysPerYear)) - 1;
    }

    /// <summary>Correlation of two series (Pearson). NaN below two days or where one of them does not vary.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="benchmark">Daily returns of the benchmark, as many.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Correlation(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark)
    {
        double scale = StandardDeviation(benchmark) / StandardDeviation(returns);
        return Varies(returns) ? Math.Clamp(Beta(returns, benchmark) * scale, -1, 1) : double.NaN;
    }

    /// <summary>
    /// Upside capture: annualised return over annualised benchmark return, both of the days on which the benchmark rose. NaN without such a day.
    /// </summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="benchmark">Daily returns of the benchmark, as many.</param>
    /// <param name="daysPerYear">N.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double UpCapture(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double daysPerYear) => Capture(returns, benchmark, daysPerYear, 1);

    /// <summary>
    /// Downside capture: annualised return over annualised benchmark return, both of the days on which the benchmark fell. NaN without such a day.
    /// </summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="benchmark">Daily returns of the benchmark, as many.</param>
    /// <param name="daysPerYear">N.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double DownCapture(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double daysPerYear) => Capture(returns, benchmark, daysPerYear, -1);

    private static double Capture(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, double daysPerYear, int sign)
    {
        SameLength(returns, benchmark);
        List<double> own = [], other = [];
        for (int t = 0; t < returns.Length; t++)
        {
            if (Math.Sign(benchmark[t]) != sign) continue;
            own.Add(returns[t]);
            other.Add(benchmark[t]);
        }

        return own.Count == 0 ? double.NaN : AnnualisedReturn([.. own], daysPerYear) / AnnualisedReturn([.. other], daysPerYear);
    }

    private static bool Varies(ReadOnlySpan<double> values)
    {
        foreach (double v in values)
        {
            if (v != values[0]) return true;
        }

        return false;
    }

    private static void SameLength(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark)
    {
        if (returns.Length != benchmark.Length)
            throw new ArgumentException($"There are {returns.Length} returns and {benchmark.Length} of the benchmark: there must be as many.", nameof(benchmark));
    }
}
