namespace AlphaKit.Backtest;

/// <summary>The standard normal distribution, to about 1e-15 in absolute terms.</summary>
internal static class NormalDistribution
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>Φ(x): the Taylor series around 0 divided by the density (G. Marsaglia, Journal of Statistical Software 11(4), 2004).</summary>
    public static double Cumulative(double x)
    {
        if (double.IsNaN(x)) return double.NaN;
        if (Math.Abs(x) > 8.3) return x > 0 ? 1 : 0;
        double sum = x, before = 0, term = x, square = x * x;
        for (int i = 3; sum != before; i += 2)
        {
            before = sum;
            term *= square / i;
            sum += term;
        }

        return 0.5 + (sum * Math.Exp((-0.5 * square) - HalfLogTwoPi));
    }

    /// <summary>Φ⁻¹(p): formula 26.2.23 of Abramowitz and Stegun, then Halley's steps on <see cref="Cumulative"/>.</summary>
    public static double Quantile(double p)
    {
        if (!(p is > 0 and < 1)) return p == 0 ? double.NegativeInfinity : p == 1 ? double.PositiveInfinity : double.NaN;
        double t = Math.Sqrt(-2 * Math.Log(Math.Min(p, 1 - p)));
        double x = t - ((2.515517 + (t * (0.802853 + (t * 0.010328)))) / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308)))))));
        if (p < 0.5) x = -x;
        for (int step = 0; step < 4; step++)
        {
            double error = (Cumulative(x) - p) * Math.Exp((0.5 * x * x) + HalfLogTwoPi);
            x -= error / (1 + (0.5 * x * error));
        }

        return x;
    }
}
