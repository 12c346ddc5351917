namespace AlphaKit.Portfolio;

/// <summary>
/// Factor covariances of every day, and the multipliers of the volatility regime. The eigenfactor bias follows the spectrum, which moves slowly;
/// it is measured on the first trading day of each month and serves for the month.
/// </summary>
internal sealed class FactorCovariances
{
    private const int RegimeHalfLives = 6;

    private readonly AShareEstimateData _data;
    private readonly AShareRiskOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly int _k;
    private readonly double[][] _all;

    public FactorCovariances(AShareEstimateData data, AShareRiskOptions options, CancellationToken cancellation)
    {
        _data = data;
        _options = options;
        _cancellation = cancellation;
        _k = data.Factors.Length;
        _all = new double[data.Inputs.Days][];
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
        int from = MonthStart(Math.Max(0, first - RegimeDays(o.RegimeHalfLife)));
        Workers.Run(days - from, _options.Threads, () => 0, (d, _) => Estimate(from + d), _cancellation);
        if (o.EigenDraws > 0) Adjust(from, new EigenAdjustment(_k, o.EigenDraws, o.Window, o.HalfLife, o.EigenScale, o.Seed));
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

    private void Estimate(int t)
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
        }

        _all[t] = covariance;
        if (t >= _data.First) Covariances[t - _data.First] = covariance;
    }

    private void Adjust(int from, EigenAdjustment eigen)
    {
        int days = _data.Inputs.Days;
        int[] starts = [.. Enumerable.Range(from, days - from).Where(t => MonthStart(t) == t)];
        double[][] bias = new double[starts.Length][];
        Workers.Run(starts.Length, _options.Threads, () => 0, (m, _) => bias[m] = _all[starts[m]].Length == 0 ? [] : eigen.BiasOf(_all[starts[m]]), _cancellation);
        Workers.Run(days - from, _options.Threads, () => 0, (d, _) =>
        {
            if (_all[from + d].Length > 0) eigen.Apply(_all[from + d], bias[Array.BinarySearch(starts, MonthStart(from + d))]);
        }, _cancellation);
    }

    /// <summary>The first row of the month of a row.</summary>
    private int MonthStart(int t)
    {
        DateOnly day = _data.Inputs.Axes.Calendar[t];
        return _data.Inputs.Axes.Calendar.IndexAtOrAfter(new DateOnly(day.Year, day.Month, 1));
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
        double[] forecast = _all[t - 1];
        if (forecast.Length == 0) return double.NaN;
        for (int k = 0; k < _k; k++)
        {
            double f = _data.FactorReturns[(t * _k) + k], variance = forecast[(k * _k) + k];
            if (double.IsNaN(f) || !(variance > 0)) continue;
            sum += f * f / variance;
            count++;
        }

        return count > 0 ? sum / count : double.NaN;
    }
}
