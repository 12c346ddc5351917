namespace AlphaKit.Portfolio;

/// <summary>Factor covariances of every day, and the multipliers of the volatility regime.</summary>
internal sealed class FactorCovariances
{
    private const int RegimeHalfLives = 6;

    private readonly AShareEstimateData _data;
    private readonly AShareRiskOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly int _k;
    private readonly double[][] _deviations;

    public FactorCovariances(AShareEstimateData data, AShareRiskOptions options, CancellationToken cancellation)
    {
        _data = data;
        _options = options;
        _cancellation = cancellation;
        _k = data.Factors.Length;
        _deviations = new double[data.Inputs.Days][];
        Covariances = new double[data.Inputs.Days - data.First][];
        FactorMultipliers = new double[Covariances.Length];
        SpecificMultipliers = new double[Covariances.Length];
    }

    /// <summary>Of the range: K × K before the regime adjustment; empty on a day without enough history.</summary>
    public double[][] Covariances { get; }

    /// <summary>Of the range: λ of the factors, a multiplier of volatility.</summary>
    public double[] FactorMultipliers { get; }

    /// <summary>Of the range: λ of specific risk, a multiplier of volatility.</summary>
    public double[] SpecificMultipliers { get; }

    public void Run()
    {
        int days = _data.Inputs.Days, first = _data.First;
        FactorCovarianceOptions o = _options.Factors;
        int from = Math.Max(0, first - RegimeDays(o.RegimeHalfLife));
        EigenAdjustment? eigen = o.EigenDraws == 0 ? null : new EigenAdjustment(_k, o.EigenDraws, o.Window, o.HalfLife, o.EigenScale, o.Seed);
        Workers.Run(days - from, _options.Threads, () => 0, (d, _) => Estimate(from + d, eigen), _cancellation);
        double[] surprise = new double[days];
        for (int t = 0; t < days; t++) surprise[t] = t > from ? Surprise(t) : double.NaN;
        for (int t = first; t < days; t++)
        {
            FactorMultipliers[t - first] = Multiplier(surprise, t, o.RegimeHalfLife);
            SpecificMultipliers[t - first] = Multiplier(_data.SpecificSurprise, t, _options.Specific.RegimeHalfLife);
        }
    }

    /// <summary>Days that a regime adjustment looks at: beyond them a weight is below 1/64.</summary>
    public static int RegimeDays(double halfLife) => double.IsInfinity(halfLife) ? 0 : (int)Math.Min(2000, Math.Ceiling(RegimeHalfLives * halfLife));

    private static double Multiplier(double[] surprise, int t, double halfLife)
    {
        if (double.IsInfinity(halfLife)) return 1;
        double mean = ExponentialMean.At(surprise, t, RegimeDays(halfLife), halfLife);
        return double.IsNaN(mean) ? 1 : Math.Sqrt(mean);
    }

    private void Estimate(int t, EigenAdjustment? eigen)
    {
        FactorCovarianceOptions o = _options.Factors;
        int start = Math.Max(0, t - o.Window + 1);
        double[] rows = _data.FactorReturns.AsSpan(start * _k, (t + 1 - start) * _k).ToArray();
        double[] covariance = [];
        if (Present(rows, 0) >= o.MinDays)
        {
            for (int k = 1; k < _k; k++)
            {
                if (Present(rows, k) >= o.MinDays) continue;
                for (int at = k; at < rows.Length; at += _k) rows[at] = double.NaN;
            }

            covariance = new double[_k * _k];
            NeweyWest.Covariance(rows, _k, o.HalfLife, o.Lags, covariance);
            eigen?.Apply(covariance);
        }

        double[] deviation = new double[_k];
        if (covariance.Length > 0)
        {
            for (int k = 0; k < _k; k++) deviation[k] = Math.Sqrt(covariance[(k * _k) + k]);
        }

        _deviations[t] = deviation;
        if (t >= _data.First) Covariances[t - _data.First] = covariance;
    }

    private int Present(double[] rows, int factor)
    {
        int present = 0;
        for (int at = factor; at < rows.Length; at += _k)
        {
            if (!double.IsNaN(rows[at])) present++;
        }

        return present;
    }

    /// <summary>B² of the factors: the mean of (f/σ)², σ being the forecast of the day before.</summary>
    private double Surprise(int t)
    {
        double sum = 0;
        int count = 0;
        for (int k = 0; k < _k; k++)
        {
            double f = _data.FactorReturns[(t * _k) + k], deviation = _deviations[t - 1][k];
            if (double.IsNaN(f) || !(deviation > 0)) continue;
            sum += f * f / (deviation * deviation);
            count++;
        }

        return count > 0 ? sum / count : double.NaN;
    }
}
