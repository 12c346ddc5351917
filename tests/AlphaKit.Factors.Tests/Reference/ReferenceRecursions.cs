namespace AlphaKit.Factors.Tests.Reference;

/// <summary>Share by share from the first row on.</summary>
internal static class ReferenceRecursions
{
    public static double[,] Apply(OperatorFactor node, double[][,] inputs)
    {
        int rows = inputs[0].GetLength(0), count = inputs[0].GetLength(1);
        double[,] result = new double[rows, count];
        for (int i = 0; i < count; i++)
        {
            double[][] series = [.. inputs.Select(x => Enumerable.Range(0, rows).Select(t => x[t, i]).ToArray())];
            double[] values = Series(node, series);
            for (int t = 0; t < rows; t++) result[t, i] = values[t];
        }

        return result;
    }

    private static double[] Series(OperatorFactor node, double[][] x)
    {
        string name = node.Operator.Name;
        if (node.Operator.Custom is RecursiveOperator custom) return Custom(custom, x);
        if (name == "CumulativeSum") return CumulativeSum(x[0]);
        if (name == "AdaptiveMean") return AdaptiveMean(x[0], x[1]);
        double days = node.Parameters[0];
        int shown = node.MinPeriods == MinPeriods.Full ? (int)days : node.MinPeriods.Count;
        return name switch
        {
            "Ema" => Mean(x[0], 2 / (days + 1), node.Parameters[1] == 1 ? (int)days : 1, shown),
            "Wilder" => Mean(x[0], 1 / days, node.Parameters[1] == 1 ? (int)days : 1, shown),
            "Sma" => Mean(x[0], node.Parameters[1] / days, 1, shown),
            _ => throw new InvalidOperationException($"No reference for {name}."),
        };
    }

    /// <summary>y = alpha·x + (1 − alpha)·y₋₁ after the plain mean of the first values; shown from the given number of values on.</summary>
    private static double[] Mean(double[] x, double alpha, int first, int shown)
    {
        double[] result = new double[x.Length];
        List<double> seen = [];
        double state = 0;
        for (int t = 0; t < x.Length; t++)
        {
            result[t] = double.NaN;
            if (double.IsNaN(x[t])) continue;
            seen.Add(x[t]);
            if (seen.Count == first) state = seen.Average();
            else if (seen.Count > first) state = (alpha * x[t]) + ((1 - alpha) * state);
            if (seen.Count >= shown && seen.Count >= first) result[t] = state;
        }

        return result;
    }

    private static double[] AdaptiveMean(double[] x, double[] alpha)
    {
        double[] result = new double[x.Length];
        double state = double.NaN;
        for (int t = 0; t < x.Length; t++)
        {
            result[t] = double.NaN;
            if (double.IsNaN(x[t]) || double.IsNaN(alpha[t])) continue;
            double weight = Math.Min(1, Math.Max(0, alpha[t]));
            state = double.IsNaN(state) ? x[t] : (weight * x[t]) + ((1 - weight) * state);
            result[t] = state;
        }

        return result;
    }

    private static double[] CumulativeSum(double[] x)
    {
        double[] result = new double[x.Length];
        double sum = 0;
        for (int t = 0; t < x.Length; t++)
        {
            if (!double.IsNaN(x[t])) sum += x[t];
            result[t] = double.IsNaN(x[t]) ? double.NaN : sum;
        }

        return result;
    }

    private static double[] Custom(RecursiveOperator custom, double[][] x)
    {
        double[] result = new double[x[0].Length], state = new double[custom.StateSize];
        custom.Start(state);
        for (int t = 0; t < result.Length; t++) result[t] = custom.Next([.. x.Select(series => (float)series[t])], state);
        return result;
    }
}
