namespace AlphaKit.Factors;

/// <summary>Operations over the members of one day, in place; everything outside the universe becomes NaN.</summary>
internal static class CrossSectionKernels
{
    public static void Apply(CrossSectionKind kind, Span<double> row, ReadOnlySpan<bool> members)
    {
        double[] present = new double[row.Length];
        int[] where = new int[row.Length];
        int count = 0;
        for (int i = 0; i < row.Length; i++)
        {
            if (members[i] && !double.IsNaN(row[i]))
            {
                present[count] = row[i];
                where[count++] = i;
            }
        }

        row.Fill(double.NaN);
        Span<double> values = present.AsSpan(0, count);
        if (kind == CrossSectionKind.Rank)
        {
            double[] ranks = Correlation.AverageRanks(values);
            for (int k = 0; k < count; k++) row[where[k]] = ranks[k] / count;
            return;
        }

        double deviation = Moments.Deviation(values, Deviation.Sample), mean = Moments.Mean(values);
        if (!(deviation > 0)) return;
        for (int k = 0; k < count; k++) row[where[k]] = (values[k] - mean) / deviation;
    }
}
