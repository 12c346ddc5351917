namespace AlphaKit.Factors;

/// <summary>The members of a day with a value and a group, group after group, within a group by column.</summary>
internal sealed unsafe class GroupedRow
{
    private GroupedRow(int[] columns, List<(int Start, int Length)> groups) => (Columns, Groups) = (columns, groups);

    public int[] Columns { get; }

    public List<(int Start, int Length)> Groups { get; }

    /// <summary>Who has a value of x; and, for every further input, one of that.</summary>
    public static GroupedRow Of(float* x, float* group, int count, ReadOnlySpan<nint> others)
    {
        long[] keys = new long[count];
        int n = 0;
        for (int i = 0; i < count; i++)
        {
            if (float.IsNaN(x[i]) || float.IsNaN(group[i])) continue;
            bool all = true;
            foreach (nint other in others) all &= !float.IsNaN(((float*)other)[i]);
            if (all) keys[n++] = ((long)BitConverter.SingleToInt32Bits(group[i] + 0f) << 32) | (uint)i;
        }

        Array.Sort(keys, 0, n);
        int[] columns = new int[n];
        List<(int, int)> groups = [];
        for (int k = 0, start = 0; k < n; k++)
        {
            columns[k] = (int)keys[k];
            if (k + 1 < n && keys[k + 1] >> 32 == keys[k] >> 32) continue;
            groups.Add((start, k + 1 - start));
            start = k + 1;
        }

        return new GroupedRow(columns, groups);
    }

    /// <summary>Takes its group's mean off every value; values by position in <see cref="Columns"/>.</summary>
    public void Centre(double[] values)
    {
        foreach ((int start, int length) in Groups)
        {
            Span<double> group = values.AsSpan(start, length);
            double mean = Moments.Mean(group);
            foreach (ref double value in group) value -= mean;
        }
    }
}
