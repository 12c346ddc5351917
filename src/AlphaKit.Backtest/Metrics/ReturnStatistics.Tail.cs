namespace AlphaKit.Backtest;

public static partial class ReturnStatistics
{
    /// <summary>Share of the worst days that value at risk cuts off by default.</summary>
    public const double DefaultTail = 0.05;

    /// <summary>The q-quantile with linear interpolation between the two nearest of the sorted values, at position q (n − 1); NaN for an empty series.</summary>
    /// <param name="values">The values, finite.</param>
    /// <param name="q">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="q"/> is not within 0 and 1.</exception>
    public static double Quantile(ReadOnlySpan<double> values, double q)
    {
        if (!(q is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(q), q, "Must be within 0 and 1.");
        if (values.IsEmpty) return double.NaN;
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        double at = q * (sorted.Length - 1);
        int below = (int)Math.Floor(at), above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>Historical value at risk of one day, as a return (negative is a loss): the <paramref name="tail"/>-quantile.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="tail">Share of the worst days.</param>
    public static double ValueAtRisk(ReadOnlySpan<double> returns, double tail = DefaultTail) => Quantile(returns, tail);

    /// <summary>
    /// Historical conditional value at risk (expected shortfall) of one day, as a return: the mean of the ⌊tail (n − 1)⌋ + 1 lowest returns; NaN
    /// for an empty series.
    /// </summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="tail">Share of the worst days.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tail"/> is not within 0 and 1.</exception>
    public static double ConditionalValueAtRisk(ReadOnlySpan<double> returns, double tail = DefaultTail)
    {
        if (!(tail is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(tail), tail, "Must be within 0 and 1.");
        if (returns.IsEmpty) return double.NaN;
        double[] sorted = returns.ToArray();
        Array.Sort(sorted);
        return Mean(sorted.AsSpan(0, (int)((sorted.Length - 1) * tail) + 1));
    }

    /// <summary>Tail ratio: |95 % quantile| / |5 % quantile|; NaN for an empty series or where the lower quantile is 0.</summary>
    /// <param name="returns">Daily returns.</param>
    public static double TailRatio(ReadOnlySpan<double> returns)
    {
        double low = Math.Abs(Quantile(returns, 0.05));
        return low > 0 ? Math.Abs(Quantile(returns, 0.95)) / low : double.NaN;
    }

    /// <summary>
    /// Omega ratio: Σ max(r − required, 0) / Σ max(required − r, 0). NaN below two days or without a day below the requirement.
    /// </summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="dailyRequired">Required return per trading day.</param>
    public static double Omega(ReadOnlySpan<double> returns, double dailyRequired)
    {
        double above = 0, below = 0;
        foreach (double r in returns)
        {
            above += Math.Max(r - dailyRequired, 0);
            below += Math.Max(dailyRequired - r, 0);
        }

        return returns.Length >= 2 && below > 0 ? above / below : double.NaN;
    }

    /// <summary>
    /// Stability: R² of a straight line through the cumulative log returns Σ ln(1 + r), 0 to 1. NaN below two days, for a total loss, and where the
    /// returns are all 0.
    /// </summary>
    /// <param name="returns">Daily returns.</param>
    public static double Stability(ReadOnlySpan<double> returns)
    {
        double[] level = new double[returns.Length], time = new double[returns.Length];
        double sum = 0;
        for (int t = 0; t < level.Length; t++)
        {
            if (!(returns[t] > -1)) return double.NaN;
            level[t] = sum += Math.Log(1 + returns[t]);
            time[t] = t;
        }

        double r = Correlation(level, time);
        return r * r;
    }

    /// <summary>Skewness: m₃ / m₂^1.5 with moments divided by n. NaN below three values or without variation.</summary>
    /// <param name="values">The values.</param>
    public static double Skewness(ReadOnlySpan<double> values)
    {
        (double second, double third, _) = Moments(values);
        return values.Length >= 3 && Varies(values) ? third / Math.Pow(second, 1.5) : double.NaN;
    }

    /// <summary>Kurtosis: m₄ / m₂² with moments divided by n; 3 for a normal distribution. NaN below four values or without variation.</summary>
    /// <param name="values">The values.</param>
    public static double Kurtosis(ReadOnlySpan<double> values)
    {
        (double second, _, double fourth) = Moments(values);
        return values.Length >= 4 && Varies(values) ? fourth / (second * second) : double.NaN;
    }

    private static (double Second, double Third, double Fourth) Moments(ReadOnlySpan<double> values)
    {
        double mean = Mean(values), second = 0, third = 0, fourth = 0;
        foreach (double v in values)
        {
            double d = v - mean, square = d * d;
            second += square;
            third += square * d;
            fourth += square * square;
        }

        return (second / values.Length, third / values.Length, fourth / values.Length);
    }
}
