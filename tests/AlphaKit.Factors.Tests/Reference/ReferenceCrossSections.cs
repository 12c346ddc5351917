namespace AlphaKit.Factors.Tests.Reference;

/// <summary>Day by day over the members that have everything.</summary>
internal static class ReferenceCrossSections
{
    public static double[,] Apply(OperatorFactor node, double[][,] inputs, Membership members)
    {
        int rows = inputs[0].GetLength(0), count = inputs[0].GetLength(1);
        double[,] result = new double[rows, count];
        for (int t = 0; t < rows; t++)
        {
            for (int i = 0; i < count; i++) result[t, i] = double.NaN;
            int[] who = [.. Enumerable.Range(0, count).Where(i => members[t, i] && (node.Operator.Custom is not null || inputs.All(x => !double.IsNaN(x[t, i]))))];
            double[][] day = [.. inputs.Select(x => who.Select(i => x[t, i]).ToArray())];
            double[] values = Day(node, day);
            for (int k = 0; k < who.Length; k++) result[t, who[k]] = values[k];
        }

        return result;
    }

    private static double[] Day(OperatorFactor node, double[][] day)
    {
        double[] x = day[0];
        if (node.Operator.Custom is CrossSectionOperator custom)
        {
            float[] result = new float[x.Length];
            custom.Evaluate(new OperatorInputs([.. day.SelectMany(v => v).Select(v => (float)v)], day.Length), result);
            return [.. result.Select(v => (double)v)];
        }

        if (x.Length == 0) return [];
        double p = node.Parameters.Length > 0 ? node.Parameters[0] : 0;
        switch (node.Operator.Name)
        {
            case "Rank": return [.. x.Select(v => ReferenceWindows.AverageRank(x, v) / x.Length)];
            case "ZScore": return ZScore(x);
            case "Demean": return [.. x.Select(v => v - ReferenceWindows.Mean(x))];
            case "Scale":
                double total = x.Sum(Math.Abs);
                return [.. x.Select(v => total == 0 ? double.NaN : p * v / total)];
            case "WinsoriseMad":
                double median = ReferenceWindows.Quantile(x, 0.5), width = p * 1.4826 * ReferenceWindows.Quantile(x.Select(v => Math.Abs(v - median)), 0.5);
                return width == 0 ? x : [.. x.Select(v => Math.Clamp(v, median - width, median + width))];
            case "WinsoriseQuantile":
                double low = ReferenceWindows.Quantile(x, p), high = ReferenceWindows.Quantile(x, 1 - p);
                return [.. x.Select(v => v < low ? low : v > high ? high : v)];
            case "QuantileBucket":
                // ⌈k·r/n⌉ in whole numbers: twice the rank is whole.
                return [.. x.Select(v =>
                {
                    long twice = (long)(2 * ReferenceWindows.AverageRank(x, v)), n = 2L * x.Length;
                    return (double)((((long)p * twice) + n - 1) / n);
                })];
            case "GroupMean": return Grouped(x, day[1], g => [.. g.Select(_ => ReferenceWindows.Mean(g))]);
            case "GroupRank": return Grouped(x, day[1], g => [.. g.Select(v => ReferenceWindows.AverageRank(g, v) / g.Length)]);
            case "GroupZScore": return Grouped(x, day[1], ZScore);
            case "Neutralise": return Neutralise(x, day[1], day[2..]);
            default: throw new InvalidOperationException($"No reference for {node.Operator.Name}.");
        }
    }

    private static double[] ZScore(double[] x)
    {
        double squares = ReferenceWindows.Products(x, x), mean = ReferenceWindows.Mean(x);
        return [.. x.Select(v => x.Length < 2 || squares == 0 ? double.NaN : (v - mean) / Math.Sqrt(squares / (x.Length - 1)))];
    }

    private static double[] Grouped(double[] x, double[] group, Func<double[], double[]> compute)
    {
        double[] result = new double[x.Length];
        foreach (double g in group.Distinct())
        {
            int[] who = [.. Enumerable.Range(0, x.Length).Where(i => group[i] == g)];
            double[] values = compute([.. who.Select(i => x[i])]);
            for (int k = 0; k < who.Length; k++) result[who[k]] = values[k];
        }

        return result;
    }

    /// <summary>Group means out of everything (the constants of the groups), then one exposure after the other out of the rest.</summary>
    private static double[] Neutralise(double[] x, double[] group, double[][] exposures)
    {
        double[] Centred(double[] v) => Grouped(v, group, g => [.. g.Select(a => a - ReferenceWindows.Mean(g))]);
        double[] rest = Centred(x);
        List<double[]> basis = [];
        foreach (double[] exposure in exposures)
        {
            double[] z = Centred(exposure);
            double length = Length(z);
            if (length < 1e-7 * Length(exposure) || length == 0) continue;
            double[] left = z;
            for (int pass = 0; pass < 2; pass++)
            {
                foreach (double[] b in basis) left = Without(left, b);
            }

            if (Length(left) < 1e-5 * length) continue;
            basis.Add(left);
        }

        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] b in basis) rest = Without(rest, b);
        }

        return rest;
    }

    private static double[] Without(double[] v, double[] b)
    {
        double beta = v.Zip(b, (p, q) => p * q).Sum() / b.Sum(q => q * q);
        return [.. v.Zip(b, (p, q) => p - (beta * q))];
    }

    private static double Length(double[] v) => Math.Sqrt(v.Sum(a => a * a));
}
