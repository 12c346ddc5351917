namespace AlphaKit.Factors;

/// <summary>Mean, rank or z-score among the members of the same group.</summary>
internal sealed unsafe class GroupKernel(string what) : CrossKernel
{
    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* x = row.Present(0), group = row.Present(1);
        GroupedRow groups = GroupedRow.Of(x, group, row.Count, []);
        for (int i = 0; i < row.Count; i++) row.Put(i, double.NaN);
        foreach ((int start, int length) in groups.Groups)
        {
            double[] values = new double[length], results = new double[length];
            for (int k = 0; k < length; k++) values[k] = x[groups.Columns[start + k]];
            double mean = Moments.Mean(values), deviation = Moments.Deviation(values, Deviation.Sample);
            switch (what)
            {
                case "GroupMean":
                    Array.Fill(results, mean);
                    break;
                case "GroupRank":
                    results = Correlation.AverageRanks(values);
                    for (int k = 0; k < length; k++) results[k] /= length;
                    break;
                default:
                    for (int k = 0; k < length; k++) results[k] = deviation > 0 ? (values[k] - mean) / deviation : double.NaN;
                    break;
            }

            for (int k = 0; k < length; k++) row.Put(groups.Columns[start + k], results[k]);
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

        nint[] others = new nint[exposures];
        for (int k = 0; k < exposures; k++) others[k] = (nint)row.Present(2 + k);
        GroupedRow groups = GroupedRow.Of(x, group, row.Count, others);
        double[] values = Centred(groups, x);
        List<double[]> done = [];
        foreach (nint other in others)
        {
            double[] exposure = Centred(groups, (float*)other);
            double before = Product(exposure, exposure);
            for (int pass = 0; pass < 2; pass++)
            {
                foreach (double[] earlier in done) TakeOff(exposure, earlier);
            }

            if (!(Product(exposure, exposure) > Nothing * Nothing * before)) continue;
            done.Add(exposure);
            TakeOff(values, exposure);
        }

        for (int i = 0; i < row.Count; i++) row.Put(i, double.NaN);
        for (int k = 0; k < values.Length; k++) row.Put(groups.Columns[k], values[k]);
    }

    private static double[] Centred(GroupedRow groups, float* x)
    {
        double[] values = new double[groups.Columns.Length];
        for (int k = 0; k < values.Length; k++) values[k] = x[groups.Columns[k]];
        groups.Centre(values);
        return values;
    }

    private static void TakeOff(double[] values, double[] direction)
    {
        double share = Product(values, direction) / Product(direction, direction);
        for (int k = 0; k < values.Length; k++) values[k] -= share * direction[k];
    }

    private static double Product(double[] a, double[] b)
    {
        double sum = 0;
        for (int k = 0; k < a.Length; k++) sum += a[k] * b[k];
        return sum;
    }
}
