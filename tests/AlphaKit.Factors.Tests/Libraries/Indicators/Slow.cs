namespace AlphaKit.Factors.Tests.Libraries.Technical;

/// <summary>
/// The definitions behind the indicators as plain loops over one series in double precision: one window at a time, nothing kept between days
/// but what a recursive mean has to keep. Written from the published formulas, not from the engine.
/// Strict windows: one missing day makes the result missing. Recursive means: missing on the missing day, the state stays.
/// </summary>
internal static class Slow
{
    public static double[] Each(double[] a, Func<double, double> f) => [.. a.Select(v => double.IsNaN(v) ? v : Finite(f(v)))];

    public static double[] Each(double[] a, double[] b, Func<double, double, double> f)
    {
        double[] y = new double[a.Length];
        for (int t = 0; t < y.Length; t++) y[t] = double.IsNaN(a[t]) || double.IsNaN(b[t]) ? double.NaN : Finite(f(a[t], b[t]));
        return y;
    }

    public static double[] Each(double[] a, double[] b, double[] c, Func<double, double, double, double> f)
    {
        double[] y = new double[a.Length];
        for (int t = 0; t < y.Length; t++)
            y[t] = double.IsNaN(a[t]) || double.IsNaN(b[t]) || double.IsNaN(c[t]) ? double.NaN : Finite(f(a[t], b[t], c[t]));
        return y;
    }

    public static double[] Plus(double[] a, double[] b) => Each(a, b, (x, y) => x + y);

    public static double[] Minus(double[] a, double[] b) => Each(a, b, (x, y) => x - y);

    public static double[] Over(double[] a, double[] b) => Each(a, b, (x, y) => x / y);

    public static double[] Times(double k, double[] a) => Each(a, x => k * x);

    /// <summary>The value of some days ago.</summary>
    public static double[] Back(double[] x, int days = 1) => [.. Enumerable.Range(0, x.Length).Select(t => t < days ? double.NaN : x[t - days])];

    public static double[] Change(double[] x, int days = 1) => Minus(x, Back(x, days));

    /// <summary>A function of the last days, the oldest first; missing unless all of them are there.</summary>
    public static double[] Window(double[] x, int days, Func<double[], double> f)
    {
        double[] y = new double[x.Length];
        for (int t = 0; t < y.Length; t++)
        {
            y[t] = double.NaN;
            if (t < days - 1) continue;
            double[] window = x[(t - days + 1)..(t + 1)];
            if (!Array.Exists(window, double.IsNaN)) y[t] = Finite(f(window));
        }

        return y;
    }

    public static double[] Sum(double[] x, int days) => Window(x, days, w => w.Sum());

    public static double[] Mean(double[] x, int days) => Window(x, days, w => w.Sum() / w.Length);

    public static double[] Highest(double[] x, int days) => Window(x, days, w => w.Max());

    public static double[] Lowest(double[] x, int days) => Window(x, days, w => w.Min());

    public static double[] Weighted(double[] x, int days) => Window(x, days, w =>
    {
        double sum = 0, weights = 0;
        for (int k = 0; k < w.Length; k++)
        {
            sum += (k + 1) * w[k];
            weights += k + 1;
        }

        return sum / weights;
    });

    public static double[] Deviation(double[] x, int days, int ddof) => Window(x, days, w =>
    {
        double mean = w.Sum() / w.Length;
        return Math.Sqrt(w.Sum(v => (v - mean) * (v - mean)) / (w.Length - ddof));
    });

    public static double[] AbsoluteDeviation(double[] x, int days) => Window(x, days, w =>
    {
        double mean = w.Sum() / w.Length;
        return w.Sum(v => Math.Abs(v - mean)) / w.Length;
    });

    /// <summary>
    /// y = y' + share·(x − y') over the values present, started with the first of them or with the mean of the first <paramref name="days"/>,
    /// shown from the days-th value on.
    /// </summary>
    public static double[] Recursive(double[] x, int days, double share, bool fromMean)
    {
        double[] y = new double[x.Length];
        double state = 0;
        int seen = 0;
        for (int t = 0; t < y.Length; t++)
        {
            y[t] = double.NaN;
            if (double.IsNaN(x[t])) continue;
            seen++;
            if (fromMean && seen <= days) state += x[t] / days;
            else if (seen == 1) state = x[t];
            else state += share * (x[t] - state);
            if (seen >= days) y[t] = state;
        }

        return y;
    }

    /// <summary>Exponential mean, share 2/(days + 1).</summary>
    public static double[] Ema(double[] x, int days, bool fromMean = false) => Recursive(x, days, 2.0 / (days + 1), fromMean);

    /// <summary>Wilder's mean, share 1/days, started with the mean of the first days.</summary>
    public static double[] Wilder(double[] x, int days, bool fromMean = true) => Recursive(x, days, 1.0 / days, fromMean);

    /// <summary>Mean with a share of its own on each day, started with the first value that has one.</summary>
    public static double[] Adaptive(double[] x, double[] share)
    {
        double[] y = new double[x.Length];
        double state = double.NaN;
        for (int t = 0; t < y.Length; t++)
        {
            y[t] = double.NaN;
            if (double.IsNaN(x[t]) || double.IsNaN(share[t])) continue;
            state = double.IsNaN(state) ? x[t] : state + (Math.Clamp(share[t], 0, 1) * (x[t] - state));
            y[t] = state;
        }

        return y;
    }

    /// <summary>x on days on which a is more than b, 0 on the others.</summary>
    public static double[] Where(double[] a, double[] b, double[] x) => Each(a, b, x, (p, q, v) => p > q ? v : 0);

    /// <summary>Least-squares line through (0, w₀) … (n − 1, wₙ₋₁): intercept, slope and R².</summary>
    public static (double Intercept, double Slope, double RSquared) Line(double[] w)
    {
        double n = w.Length, meanX = (n - 1) / 2, meanY = w.Sum() / n, xy = 0, xx = 0, yy = 0;
        for (int k = 0; k < w.Length; k++)
        {
            xy += (k - meanX) * (w[k] - meanY);
            xx += (k - meanX) * (k - meanX);
            yy += (w[k] - meanY) * (w[k] - meanY);
        }

        double slope = xy / xx;
        return (meanY - (slope * meanX), slope, xy * xy / (xx * yy));
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
}
