namespace AlphaKit.Portfolio;

/// <summary>
/// Time-series specific risk of a block of instruments, day after day: the exponentially weighted second moment of residuals with the
/// Newey–West correction (the same estimator as <see cref="NeweyWest"/>, by recursion), and how far it can be trusted:
/// <code>γ = clip((h − 60)/120, 0, 1) · min(1, exp(1 − Z)),   Z = |σ_eq/σ̃ − 1|,   σ̃ = interquartile range/1.35,</code>
/// h being the days present in the window and σ_eq their root mean square. Outliers make Z large.
/// </summary>
internal sealed class ResidualMoments
{
    private const int Untrusted = 60;
    private const int Trusting = 120;

    /// <summary>Days after which an instrument without outliers is trusted whole.</summary>
    public const int TrustedDays = Untrusted + Trusting;

    private const double NormalInterquartile = 1.35;

    private readonly int _count;
    private readonly int _window;
    private readonly int _lags;
    private readonly double _decay;
    private readonly double[] _enter;
    private readonly double[] _leave;
    private readonly double _leaveWeight;
    private readonly double[] _kernel;
    private readonly double[] _moments;
    private readonly double[] _weight;
    private readonly double[] _squares;
    private readonly int[] _days;
    private readonly float[] _sorted;

    public ResidualMoments(int count, SpecificRiskOptions options)
    {
        _count = count;
        _window = options.Window;
        _lags = options.Lags;
        _decay = Math.Pow(0.5, 1 / options.HalfLife);
        _leaveWeight = Math.Pow(_decay, _window);
        _enter = [.. Enumerable.Range(0, _lags + 1).Select(l => Math.Pow(_decay, l / 2.0))];
        _leave = [.. Enumerable.Range(0, _lags + 1).Select(l => Math.Pow(_decay, _window - (l / 2.0)))];
        _kernel = [.. Enumerable.Range(0, _lags + 1).Select(l => l == 0 ? 1 : 2 * (1 - (l / (_lags + 1.0))))];
        _moments = new double[count * (_lags + 1)];
        _weight = new double[count];
        _squares = new double[count];
        _days = new int[count];
        _sorted = new float[count * _window];
    }

    /// <summary>Takes in day <paramref name="t"/>, which must follow the last one, for some columns.</summary>
    /// <param name="residuals">T × N residuals up to day t, NaN for missing.</param>
    /// <param name="t">The day.</param>
    /// <param name="from">First column.</param>
    /// <param name="to">Behind the last column.</param>
    /// <param name="deviation">Receives the standard deviation per day of each column; NaN without data.</param>
    /// <param name="trust">Receives γ.</param>
    public void Advance(ReadOnlySpan<float> residuals, int t, int from, int to, Span<float> deviation, Span<float> trust)
    {
        int gone = t - _window;
        for (int i = from; i < to; i++)
        {
            float now = residuals[(t * _count) + i];
            _weight[i] *= _decay;
            Span<double> moments = _moments.AsSpan(i * (_lags + 1), _lags + 1);
            Span<float> sorted = _sorted.AsSpan(i * _window, _window);
            foreach (ref double m in moments) m *= _decay;
            float old = gone >= 0 ? residuals[(gone * _count) + i] : float.NaN;
            if (!float.IsNaN(old))
            {
                _weight[i] -= _leaveWeight;
                _squares[i] -= (double)old * old;
                for (int lag = 0; lag <= _lags; lag++)
                {
                    float partner = residuals[((gone + lag) * _count) + i];
                    if (!float.IsNaN(partner)) moments[lag] -= _leave[lag] * partner * old;
                }

                Remove(sorted[.._days[i]], old);
                _days[i]--;
            }

            if (!float.IsNaN(now))
            {
                _weight[i] += 1;
                _squares[i] += (double)now * now;
                for (int lag = 0; lag <= _lags && lag <= t; lag++)
                {
                    float partner = residuals[((t - lag) * _count) + i];
                    if (!float.IsNaN(partner)) moments[lag] += _enter[lag] * now * partner;
                }

                Insert(sorted, _days[i], now);
                _days[i]++;
            }

            deviation[i] = float.NaN;
            trust[i] = 0;
            int days = _days[i];
            if (days < 2) continue;
            double variance = 0;
            for (int lag = 0; lag <= _lags; lag++) variance += _kernel[lag] * moments[lag];
            variance /= _weight[i];
            if (!(variance > 0)) continue;
            deviation[i] = (float)Math.Sqrt(variance);
            double robust = (Quantile(sorted[..days], 0.75) - Quantile(sorted[..days], 0.25)) / NormalInterquartile;
            double plain = Math.Sqrt(Math.Max(0, _squares[i]) / days);
            double excess = robust > 0 ? Math.Abs((plain / robust) - 1) : double.PositiveInfinity;
            trust[i] = (float)(Math.Clamp((days - Untrusted) / (double)Trusting, 0, 1) * Math.Min(1, Math.Exp(1 - excess)));
        }
    }

    private static void Insert(Span<float> sorted, int count, float value)
    {
        int at = sorted[..count].BinarySearch(value);
        if (at < 0) at = ~at;
        sorted[at..count].CopyTo(sorted[(at + 1)..]);
        sorted[at] = value;
    }

    private static void Remove(Span<float> sorted, float value)
    {
        int at = sorted.BinarySearch(value);
        sorted[(at + 1)..].CopyTo(sorted[at..]);
    }

    /// <summary>Linear between the order statistics at (n − 1)·p.</summary>
    private static double Quantile(ReadOnlySpan<float> sorted, double p)
    {
        double at = (sorted.Length - 1) * p;
        int low = (int)at;
        return low + 1 < sorted.Length ? sorted[low] + ((at - low) * (sorted[low + 1] - (double)sorted[low])) : sorted[low];
    }
}
