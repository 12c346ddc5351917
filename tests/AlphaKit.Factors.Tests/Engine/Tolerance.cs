namespace AlphaKit.Factors.Tests.Engine;

/// <summary>How far the engine may be from double precision: 1e-6 of the result, 2e-6 for correlations, and where differences cancel, of what was added.</summary>
internal static class Tolerance
{
    private const double Relative = 1e-6;
    private const double SmallestFloat = 1.5e-45;

    public static double Of(OperatorFactor node, double[][,] inputs, int t, int i, double expected)
    {
        double own = (Relative * Math.Abs(expected)) + SmallestFloat;
        return node.Operator.Name switch
        {
            "Correlation" or "RSquared" => 2e-6,
            "Sum" or "Mean" or "DecayLinear" or "Residual" or "RegressionResidual" or "CumulativeSum" or "Ema" or "Wilder" or "Sma" or "AdaptiveMean" =>
                own + (Relative * 1e-1 * Largest(inputs[0], t, i)),
            "Slope" => own + (1e-7 * Largest(inputs[0], t, i) / node.Days),
            "Covariance" => own + (1e-7 * Spread(inputs[0], t, i, node.Days) * Spread(inputs[1], t, i, node.Days)),
            "RegressionBeta" => own + (1e-6 * Spread(inputs[0], t, i, node.Days) / Math.Max(Spread(inputs[1], t, i, node.Days), 1e-300)),
            "Skew" or "Kurtosis" => own + 1e-6,
            "Demean" or "ZScore" or "Neutralise" or "GroupZScore" or "GroupMean" or "Scale" or "WinsoriseMad" or "WinsoriseQuantile" =>
                own + (node.Operator.Name is "ZScore" or "GroupZScore" ? 1e-6 : Relative * 1e-1 * LargestOfRow(inputs[0], t)),
            _ => own,
        };
    }

    private static double Largest(double[,] x, int t, int i)
    {
        double largest = 0;
        for (int s = 0; s <= t; s++)
        {
            if (Math.Abs(x[s, i]) > largest) largest = Math.Abs(x[s, i]);
        }

        return largest;
    }

    private static double LargestOfRow(double[,] x, int t)
    {
        double largest = 0;
        for (int i = 0; i < x.GetLength(1); i++)
        {
            if (Math.Abs(x[t, i]) > largest) largest = Math.Abs(x[t, i]);
        }

        return largest;
    }

    private static double Spread(double[,] x, int t, int i, int days)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        for (int s = Math.Max(0, t - days + 1); s <= t; s++)
        {
            if (double.IsNaN(x[s, i])) continue;
            least = Math.Min(least, x[s, i]);
            most = Math.Max(most, x[s, i]);
        }

        return Math.Max(most - least, 0);
    }
}
