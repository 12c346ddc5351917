namespace AlphaKit.Portfolio;

/// <summary>
/// How well forecast volatilities σ fit the returns r that followed, from z = r/σ. A right forecast has bias 1; above it risk was underestimated.
/// </summary>
/// <param name="Observations">Returns that count.</param>
/// <param name="Bias">Bias statistic (偏差统计量): the standard deviation of z about its mean, divisor n − 1. For a right forecast of normal returns it lies in 1 ± √(2/n) in 95 % of cases.</param>
/// <param name="RobustBias">The same with z pulled in to ± 3, so that a few extreme days do not decide.</param>
/// <param name="QStatistic">Mean of z² − ln z² (Patton 2011, the loss function QLIKE): the smaller the better; 1 + γ + ln 2 ≈ 2.2704 for a right forecast of normal returns.</param>
public readonly record struct ForecastScore(int Observations, double Bias, double RobustBias, double QStatistic)
{
    private const double RobustLimit = 3;

    /// <summary>Scores forecasts.</summary>
    /// <param name="returns">Returns of the days after each forecast; NaN where there is none.</param>
    /// <param name="volatilities">Forecast standard deviations per day, positive where there is a return.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a volatility is not positive.</exception>
    /// <exception cref="InsufficientDataException">There are fewer than two returns.</exception>
    public static ForecastScore Of(ReadOnlySpan<double> returns, ReadOnlySpan<double> volatilities)
    {
        if (returns.Length != volatilities.Length)
            throw new ArgumentException($"{returns.Length} returns need as many volatilities, {volatilities.Length} were given.", nameof(volatilities));
        List<double> z = [];
        double q = 0;
        int zeros = 0;
        for (int t = 0; t < returns.Length; t++)
        {
            if (double.IsNaN(returns[t])) continue;
            if (!(volatilities[t] > 0) || double.IsInfinity(volatilities[t]))
                throw new ArgumentException(FormattableString.Invariant($"Volatility {t} is {volatilities[t]}, it must be positive and finite."), nameof(volatilities));
            double value = returns[t] / volatilities[t];
            z.Add(value);

            // ln 0 is not a number to average; a return of exactly zero says nothing about Q.
            if (value == 0) zeros++;
            else q += (value * value) - Math.Log(value * value);
        }

        if (z.Count < 2) throw new InsufficientDataException("returns to score forecasts", 2, z.Count);
        return new ForecastScore(z.Count, Deviation(z, double.PositiveInfinity), Deviation(z, RobustLimit), zeros == z.Count ? double.NaN : q / (z.Count - zeros));
    }

    private static double Deviation(List<double> z, double limit)
    {
        double sum = 0, squares = 0;
        foreach (double value in z) sum += Math.Clamp(value, -limit, limit);
        double mean = sum / z.Count;
        foreach (double value in z) squares += (Math.Clamp(value, -limit, limit) - mean) * (Math.Clamp(value, -limit, limit) - mean);
        return Math.Sqrt(squares / (z.Count - 1));
    }
}
