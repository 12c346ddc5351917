namespace AlphaKit.Backtest;

/// <summary>
/// Measures of a series of simple daily returns, as decimals (0.01 is one percent). Where the name is the one used by the empyrical
/// library, so is the definition; NaN entries are not accepted, because a backtest has none. <c>N</c> is the number of trading days per
/// year, which the caller always states.
/// </summary>
/// <threadsafety>All methods are pure.</threadsafety>
public static partial class ReturnStatistics
{
    /// <summary>Total return: Π(1 + r) − 1; 0 for an empty series.</summary>
    /// <param name="returns">Daily returns.</param>
    public static double TotalReturn(ReadOnlySpan<double> returns)
    {
        double growth = 1;
        foreach (double r in returns) growth *= 1 + r;
        return growth - 1;
    }

    /// <summary>Annualised return: (1 + total)^(N / days) − 1; NaN for an empty series.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="daysPerYear">N.</param>
    public static double AnnualisedReturn(ReadOnlySpan<double> returns, double daysPerYear) =>
        returns.IsEmpty ? double.NaN : Math.Pow(1 + TotalReturn(returns), Positive(daysPerYear) / returns.Length) - 1;

    /// <summary>Mean; NaN for an empty series.</summary>
    /// <param name="values">The values.</param>
    public static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double v in values) sum += v;
        return values.IsEmpty ? double.NaN : sum / values.Length;
    }

    /// <summary>Sample standard deviation, divided by n − 1; NaN below two values.</summary>
    /// <param name="values">The values.</param>
    public static double StandardDeviation(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) return double.NaN;
        double mean = Mean(values), sum = 0;
        foreach (double v in values) sum += (v - mean) * (v - mean);
        return Math.Sqrt(sum / (values.Length - 1));
    }

    /// <summary>Annualised volatility: standard deviation (n − 1) × √N; NaN below two days.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="daysPerYear">N.</param>
    public static double AnnualisedVolatility(ReadOnlySpan<double> returns, double daysPerYear) =>
        StandardDeviation(returns) * Math.Sqrt(Positive(daysPerYear));

    /// <summary>
    /// Sharpe ratio: mean(r − rf) / standard deviation(r − rf) × √N with a constant daily rf. NaN below two days or without variation.
    /// </summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="dailyRiskFree">Riskless return per trading day.</param>
    /// <param name="daysPerYear">N.</param>
    public static double Sharpe(ReadOnlySpan<double> returns, double dailyRiskFree, double daysPerYear)
    {
        double deviation = StandardDeviation(returns);
        return deviation > 0 ? (Mean(returns) - dailyRiskFree) / deviation * Math.Sqrt(Positive(daysPerYear)) : double.NaN;
    }

    /// <summary>Annualised downside deviation: √(mean(min(r − required, 0)²)) × √N, divided by all days.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="dailyRequired">Required return per trading day.</param>
    /// <param name="daysPerYear">N.</param>
    public static double DownsideDeviation(ReadOnlySpan<double> returns, double dailyRequired, double daysPerYear)
    {
        if (returns.IsEmpty) return double.NaN;
        double sum = 0;
        foreach (double r in returns)
        {
            double below = Math.Min(r - dailyRequired, 0);
            sum += below * below;
        }

        return Math.Sqrt(sum / returns.Length) * Math.Sqrt(Positive(daysPerYear));
    }

    /// <summary>Sortino ratio: mean(r − required) × N / downside deviation. NaN below two days or without a day below the requirement.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="dailyRequired">Required return per trading day.</param>
    /// <param name="daysPerYear">N.</param>
    public static double Sortino(ReadOnlySpan<double> returns, double dailyRequired, double daysPerYear)
    {
        if (returns.Length < 2) return double.NaN;
        double downside = DownsideDeviation(returns, dailyRequired, daysPerYear);
        return downside > 0 ? (Mean(returns) - dailyRequired) * daysPerYear / downside : double.NaN;
    }

    /// <summary>
    /// The deepest fall of the compounded series from an earlier high, the start (1) being a high too: min over t of value / running
    /// maximum − 1. Zero or negative.
    /// </summary>
    /// <param name="returns">Daily returns.</param>
    public static Drawdown MaxDrawdown(ReadOnlySpan<double> returns)
    {
        double value = 1, high = 1, depth = 0;
        int highAt = -1, peak = -1, trough = -1;
        for (int t = 0; t < returns.Length; t++)
        {
            value *= 1 + returns[t];
            if (value > high)
            {
                high = value;
                highAt = t;
            }

            double fall = (value - high) / high;
            if (fall < depth)
            {
                depth = fall;
                peak = highAt;
                trough = t;
            }
        }

        return trough < 0 ? new Drawdown(0, -1, -1, -1) : new Drawdown(depth, peak, trough, RecoveryOf(returns, peak, trough));
    }

    /// <summary>Calmar ratio: annualised return / |maximum drawdown|; NaN without a drawdown.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="daysPerYear">N.</param>
    public static double Calmar(ReadOnlySpan<double> returns, double daysPerYear)
    {
        double depth = MaxDrawdown(returns).Depth;
        return depth < 0 ? AnnualisedReturn(returns, daysPerYear) / -depth : double.NaN;
    }

    /// <summary>Share of values above zero; NaN for an empty series.</summary>
    /// <param name="values">The values.</param>
    public static double WinRate(ReadOnlySpan<double> values)
    {
        int wins = 0;
        foreach (double v in values)
        {
            if (v > 0) wins++;
        }

        return values.IsEmpty ? double.NaN : (double)wins / values.Length;
    }

    /// <summary>Difference of two series, day by day.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="benchmark">Daily returns of the benchmark, as many.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double[] Excess(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark)
    {
        if (returns.Length != benchmark.Length)
            throw new ArgumentException($"There are {returns.Length} returns and {benchmark.Length} of the benchmark: there must be as many.", nameof(benchmark));
        double[] excess = new double[returns.Length];
        for (int t = 0; t < excess.Length; t++) excess[t] = returns[t] - benchmark[t];
        return excess;
    }

    private static int RecoveryOf(ReadOnlySpan<double> returns, int peak, int trough)
    {
        double value = 1, high = 1;
        for (int t = 0; t < returns.Length; t++)
        {
            value *= 1 + returns[t];
            if (t == peak) high = value;
            if (t > trough && value >= high) return t;
        }

        return -1;
    }

    private static double Positive(double daysPerYear) =>
        daysPerYear > 0 ? daysPerYear : throw new ArgumentOutOfRangeException(nameof(daysPerYear), daysPerYear, "Must be a positive number of trading days per year.");
}
