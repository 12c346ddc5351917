namespace AlphaKit.Factors.Tests.Reference;

/// <summary>Window by window: the values present with the day they stand on, 1 for the window's oldest day.</summary>
internal static class ReferenceWindows
{
    public static double[,] Apply(OperatorFactor node, double[][,] inputs)
    {
        int rows = inputs[0].GetLength(0), count = inputs[0].GetLength(1);
        double[,] result = new double[rows, count];
        for (int i = 0; i < count; i++)
        {
            for (int t = 0; t < rows; t++)
            {
                double At(int input, int row) => row < 0 ? double.NaN : inputs[input][row, i];
                result[t, i] = node.Operator.Custom is WindowOperator custom ? Custom(custom, inputs.Length, t, At) : Value(node, t, At);
            }
        }

        return result;
    }

    private static double Custom(WindowOperator custom, int inputs, int t, Func<int, int, double> at)
    {
        List<float> window = [];
        for (int k = 0; k < inputs; k++)
        {
            for (int day = custom.Days - 1; day >= 0; day--) window.Add((float)at(k, t - day));
        }

        return custom.Evaluate(new OperatorInputs(window.ToArray(), inputs));
    }

    private static double Value(OperatorFactor node, int t, Func<int, int, double> at)
    {
        int days = (int)node.Parameters[0];
        string name = node.Operator.Name;
        if (name == "Delay") return at(0, t - days);
        if (name == "Delta") return at(0, t) - at(0, t - days);
        if (name == "ForwardFill")
        {
            for (int back = 0; back <= days; back++)
            {
                if (!double.IsNaN(at(0, t - back))) return at(0, t - back);
            }

            return double.NaN;
        }

        bool pair = name is "Correlation" or "Covariance" or "RegressionBeta" or "RegressionResidual";
        List<double> x = [], y = [], day = [];
        for (int k = 1; k <= days; k++)
        {
            int row = t - days + k;
            double a = at(0, row), b = pair ? at(1, row) : 0;
            if (double.IsNaN(a) || double.IsNaN(b)) continue;
            x.Add(a);
            y.Add(b);
            day.Add(k);
        }

        int n = x.Count, needed = node.MinPeriods == MinPeriods.Full ? days : node.MinPeriods.Count;
        if (n < needed || n == 0) return double.NaN;
        double today = at(0, t), otherToday = pair ? at(1, t) : 0;
        switch (name)
        {
            case "Sum": return x.Sum();
            case "Mean": return Mean(x);
            case "Product": return x.Aggregate(1.0, (p, v) => p * v);
            case "Count": return x.Count(v => v != 0);
            case "TsMax": return x.Max();
            case "TsMin": return x.Min();
            case "TsArgMax": return day[x.FindIndex(v => v == x.Max())];
            case "TsArgMin": return day[x.FindIndex(v => v == x.Min())];
            case "TsMedian": return Quantile(x, 0.5);
            case "TsQuantile": return Quantile(x, node.Parameters[1]);
            case "MeanAbsoluteDeviation": return x.Sum(v => Math.Abs(v - Mean(x))) / n;
            case "DecayLinear": return x.Zip(day, (v, w) => v * w).Sum() / day.Sum();
            case "TsRank": return double.IsNaN(today) ? double.NaN : AverageRank(x, today) / n;
            case "Variance": return Over(Products(x, x), n - Ddof(node));
            case "Std": return Math.Sqrt(Over(Products(x, x), n - Ddof(node)));
            case "Covariance": return Over(Products(x, y), n - Ddof(node));
            case "Correlation": return Correlate(x, y);
            case "Slope": return n < 2 ? double.NaN : Products(x, day) / Products(day, day);
            case "RSquared":
                double r = Correlate(x, day);
                return r * r;
            case "Residual": return n < 2 || double.IsNaN(today) ? double.NaN : today - Mean(x) - (Products(x, day) / Products(day, day) * (days - Mean(day)));
            case "RegressionBeta": return n < 2 || Products(y, y) == 0 ? double.NaN : Products(x, y) / Products(y, y);
            case "RegressionResidual":
                if (n < 2 || Products(y, y) == 0 || double.IsNaN(today) || double.IsNaN(otherToday)) return double.NaN;
                return today - Mean(x) - (Products(x, y) / Products(y, y) * (otherToday - Mean(y)));
            case "Skew":
                double m2 = Moment(x, 2), m3 = Moment(x, 3);
                return n < 3 || m2 == 0 ? double.NaN : Math.Sqrt((double)n * (n - 1)) / (n - 2) * m3 / Math.Pow(m2, 1.5);
            case "Kurtosis":
                double second = Moment(x, 2), fourth = Moment(x, 4);
                return n < 4 || second == 0 ? double.NaN : (n - 1.0) / ((n - 2.0) * (n - 3.0)) * (((n + 1) * fourth / (second * second)) - (3.0 * (n - 1)));
            default: throw new InvalidOperationException($"No reference for {name}.");
        }
    }

    /// <summary>From the first value on, so that equal values have themselves as their mean, to the bit.</summary>
    internal static double Mean(IReadOnlyList<double> x)
    {
        double sum = 0;
        foreach (double v in x) sum += v - x[0];
        return x[0] + (sum / x.Count);
    }

    /// <summary>Position q·(n − 1) of the sorted values, linear between neighbours.</summary>
    internal static double Quantile(IEnumerable<double> x, double q)
    {
        double[] sorted = [.. x.Order()];
        double position = q * (sorted.Length - 1);
        int below = (int)Math.Floor(position), above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (position - below));
    }

    /// <summary>1 for the smallest; equal values share the mean of their ranks.</summary>
    internal static double AverageRank(IReadOnlyList<double> x, double value)
    {
        int smaller = x.Count(v => v < value), equal = x.Count(v => v == value);
        return smaller + ((equal + 1) / 2.0);
    }

    /// <summary>Σ(x − mean x)(y − mean y).</summary>
    internal static double Products(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double sum = 0, meanX = Mean(x), meanY = Mean(y);
        for (int k = 0; k < x.Count; k++) sum += (x[k] - meanX) * (y[k] - meanY);
        return sum;
    }

    private static double Moment(List<double> x, int power)
    {
        double sum = 0, mean = Mean(x);
        foreach (double v in x) sum += Math.Pow(v - mean, power);
        return sum / x.Count;
    }

    private static double Correlate(List<double> x, List<double> y)
    {
        if (x.Count < 2) return double.NaN;
        double xx = Products(x, x), yy = Products(y, y);
        return xx == 0 || yy == 0 ? double.NaN : Math.Clamp(Products(x, y) / (Math.Sqrt(xx) * Math.Sqrt(yy)), -1, 1);
    }

    private static int Ddof(OperatorFactor node) => node.Parameters[1] == 0 ? 1 : 0;

    private static double Over(double sum, int divisor) => divisor < 1 ? double.NaN : sum / divisor;
}
