namespace AlphaKit.Portfolio.Tests;

/// <summary>The returns of shrinkage.py, less their means.</summary>
internal static class ReturnWindows
{
    public static ReturnWindow Waves(double common, int days = 30, int n = 8)
    {
        double[] x = new double[days * n];
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            for (int t = 0; t < days; t++)
            {
                x[(t * n) + i] = Math.Sin((1.7 * t) + (0.9 * i)) + (0.3 * Math.Cos(0.31 * t * (i + 1))) + (common * Math.Sin(0.37 * t));
                sum += x[(t * n) + i];
            }

            for (int t = 0; t < days; t++) x[(t * n) + i] -= sum / days;
        }

        return new ReturnWindow(RiskSamples.Day, RiskSamples.Symbols(n), x, days);
    }

    /// <summary>S, by the definition.</summary>
    public static double Sample(ReturnWindow window, int i, int j)
    {
        double sum = 0;
        for (int t = 0; t < window.Days; t++) sum += window.Day(t)[i] * window.Day(t)[j] / window.Days;
        return sum;
    }
}
