namespace AlphaKit.Factors;

/// <summary>Mean, rank or z-score among the members of the same group.</summary>
internal sealed unsafe class GroupKernel(string what) : CrossKernel
{
    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* x = row.Present(0), group = row.Present(1);
        GroupedRow groups = GroupedRow.Of(row.Scratch, x, group, row.Count, []);
        for (int i = 0; i < row.Count; i++) row.Put(i, double.NaN);
        Span<double> values = groups.Gather(row.Scratch, x);
        Span<int> order = new(row.Scratch.Take<int>(groups.Count), groups.Count);
        for (int g = 0; g < groups.Groups; g++)
        {
            Span<double> own = groups.Of(values, g);
            switch (what)
            {
                case "GroupMean":
                    own.Fill(Moments.Mean(own));
                    break;
                case "GroupRank":
                    Rank(own, order[..own.Length]);
                    break;
                default:
                    double mean = Moments.Mean(own), deviation = Moments.Deviation(own, Deviation.Sample);
                    foreach (ref double value in own) value = deviation > 0 ? (value - mean) / deviation : double.NaN;
                    break;
            }
        }

        for (int k = 0; k < groups.Count; k++) row.Put(groups.Columns[k], values[k]);
    }

    /// <summary>Replaces values by their ranks, ties sharing the mean of theirs, divided by how many there are.</summary>
    private static void Rank(Span<double> values, Span<int> order)
    {
        for (int k = 0; k < order.Length; k++) order[k] = k;
        values.Sort(order);
        Span<double> ranks = values;
        for (int i = 0, end; i < ranks.Length; i = end)
        {
            double value = ranks[i];
            for (end = i + 1; end < ranks.Length && ranks[end] == value;) end++;
            double rank = (i + 1 + end) / 2.0 / ranks.Length;
            ranks[i..end].Fill(rank);
        }

        // Back to where they stood: follow the cycles of the order.
        for (int k = 0; k < order.Length; k++)
        {
            while (order[k] != k)
            {
                int to = order[k];
                (values[k], values[to]) = (values[to], values[k]);
                (order[k], order[to]) = (order[to], to);
            }
        }
    }
}

/// <summary>
/// x less its group's mean; with exposures the residual of least squares on one constant per group and the exposures: everything is
/// centred by groups, then each exposure, cleared of the ones before, takes its part off x. An exposure of which less than 1e-10 is left counts as absent.
/// </summary>
internal sealed unsafe class NeutraliseKernel(int exposures) : CrossKernel
{
    private const double Nothing = 1e-10;

    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* x = row.Present(0), group = row.Present(1);
        if (exposures == 0)
        {
            GroupCentring.Run(row, x, group);
            return;
        }

        Span<nint> others = new(row.Scratch.Take<nint>(exposures), exposures), done = new(row.Scratch.Take<nint>(exposures), exposures);
        for (int k = 0; k < exposures; k++) others[k] = (nint)row.Present(2 + k);
        GroupedRow groups = GroupedRow.Of(row.Scratch, x, group, row.Count, others);
        Span<double> values = groups.Gather(row.Scratch, x);
        groups.Centre(values);
        int kept = 0;
        foreach (nint other in others)
        {
            Span<double> exposure = groups.Gather(row.Scratch, (float*)other);
            groups.Centre(exposure);
            double before = Product(exposure, exposure);
            for (int pass = 0; pass < 2; pass++)
            {
                for (int k = 0; k < kept; k++) TakeOff(exposure, new Span<double>((double*)done[k], groups.Count));
            }

            if (!(Product(exposure, exposure) > Nothing * Nothing * before)) continue;
            TakeOff(values, exposure);
            fixed (double* start = exposure) done[kept++] = (nint)start;
        }

        for (int i = 0; i < row.Count; i++) row.Put(i, double.NaN);
        for (int k = 0; k < values.Length; k++) row.Put(groups.Columns[k], values[k]);
    }

    private static void TakeOff(Span<double> values, Span<double> direction)
    {
        double share = Product(values, direction) / Product(direction, direction);
        for (int k = 0; k < values.Length; k++) values[k] -= share * direction[k];
    }

    private static double Product(Span<double> a, Span<double> b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++) sum += a[k] * b[k];
        return sum;
    }
}
