namespace AlphaKit.Factors;

/// <summary>The members of a day with a value and a group, group after group, within a group by column; in the row's scratch memory.</summary>
internal readonly unsafe struct GroupedRow
{
    private GroupedRow(int* columns, int count, int* starts, int groups)
    {
        Columns = columns;
        Count = count;
        Starts = starts;
        Groups = groups;
    }

    /// <summary>The column of every position.</summary>
    public int* Columns { get; }

    /// <summary>How many positions there are.</summary>
    public int Count { get; }

    /// <summary>Where each group begins, and behind the last one <see cref="Count"/>.</summary>
    public int* Starts { get; }

    /// <summary>How many groups there are.</summary>
    public int Groups { get; }

    /// <summary>Who has a value of x; and, for every further input, one of that.</summary>
    public static GroupedRow Of(Arena scratch, float* x, float* group, int count, ReadOnlySpan<nint> others)
    {
        long* keys = scratch.Take<long>(count);
        int n = 0;
        for (int i = 0; i < count; i++)
        {
            if (float.IsNaN(x[i]) || float.IsNaN(group[i])) continue;
            bool all = true;
            foreach (nint other in others) all &= !float.IsNaN(((float*)other)[i]);
            if (all) keys[n++] = ((long)BitConverter.SingleToInt32Bits(group[i] + 0f) << 32) | (uint)i;
        }

        new Span<long>(keys, n).Sort();
        int* columns = scratch.Take<int>(n), starts = scratch.Take<int>(n + 1);
        int groups = 0;
        for (int k = 0; k < n; k++)
        {
            columns[k] = (int)keys[k];
            if (k == 0 || keys[k - 1] >> 32 != keys[k] >> 32) starts[groups++] = k;
        }

        starts[groups] = n;
        return new GroupedRow(columns, n, starts, groups);
    }

    /// <summary>The values of a series by position.</summary>
    public Span<double> Gather(Arena scratch, float* x)
    {
        Span<double> values = new(scratch.Take<double>(Count), Count);
        for (int k = 0; k < Count; k++) values[k] = x[Columns[k]];
        return values;
    }

    /// <summary>A group's part of values by position.</summary>
    public Span<double> Of(Span<double> values, int group) => values[Starts[group]..Starts[group + 1]];

    /// <summary>Takes its group's mean off every value; values by position.</summary>
    public void Centre(Span<double> values)
    {
        for (int g = 0; g < Groups; g++)
        {
            Span<double> group = Of(values, g);
            double mean = Moments.Mean(group);
            foreach (ref double value in group) value -= mean;
        }
    }
}
