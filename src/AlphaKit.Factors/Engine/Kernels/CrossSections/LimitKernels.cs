namespace AlphaKit.Factors;

/// <summary>x limited to median ± k·1.4826·median |x − median|; unchanged when that width is 0.</summary>
internal sealed unsafe class WinsoriseMadKernel(double k) : CrossKernel
{
    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* x = row.Present(0);
        double[] sorted = SortedRow.Of(x, row.Count);
        if (sorted.Length > 0)
        {
            double median = SortedRow.Quantile(sorted, 0.5);
            double[] distances = [.. sorted.Select(v => Math.Abs(v - median))];
            Array.Sort(distances);
            double width = k * 1.4826 * SortedRow.Quantile(distances, 0.5);
            if (width > 0) SortedRow.Limit(x, row.Count, median - width, median + width);
        }

        for (int i = 0; i < row.Count; i++) row.Put(i, x[i]);
    }
}

/// <summary>x limited to its q- and (1 − q)-quantile.</summary>
internal sealed unsafe class WinsoriseQuantileKernel(double q) : CrossKernel
{
    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* x = row.Present(0);
        double[] sorted = SortedRow.Of(x, row.Count);
        if (sorted.Length > 0) SortedRow.Limit(x, row.Count, SortedRow.Quantile(sorted, q), SortedRow.Quantile(sorted, 1 - q));
        for (int i = 0; i < row.Count; i++) row.Put(i, x[i]);
    }
}

/// <summary>Bucket ⌈k·r/n⌉ of the rank r from 1 to n, ties sharing the mean of their ranks.</summary>
internal sealed unsafe class QuantileBucketKernel<F, D>(int buckets) : CrossKernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* x = row.Present(0);
        int n = 0;
        for (int i = 0; i < row.Count; i++) n += float.IsNaN(x[i]) ? 0 : 1;
        RankKernel<F, D>.Of(row.Scratch, x, row.Padded);
        for (int i = 0; i < row.Count; i++)
        {
            if (float.IsNaN(x[i]))
            {
                row.Put(i, double.NaN);
                continue;
            }

            long twice = (long)Math.Round(x[i] * 2.0 * n);
            row.Put(i, ((buckets * twice) + (2L * n) - 1) / (2L * n));
        }
    }
}

/// <summary>The values present of a row in ascending order.</summary>
internal static unsafe class SortedRow
{
    public static double[] Of(float* x, int count)
    {
        int n = 0;
        for (int i = 0; i < count; i++) n += float.IsNaN(x[i]) ? 0 : 1;
        double[] values = new double[n];
        n = 0;
        for (int i = 0; i < count; i++)
        {
            if (!float.IsNaN(x[i])) values[n++] = x[i];
        }

        Array.Sort(values);
        return values;
    }

    /// <summary>Linear between the two nearest.</summary>
    public static double Quantile(double[] sorted, double q)
    {
        double position = q * (sorted.Length - 1);
        int k = (int)position;
        return k + 1 < sorted.Length ? sorted[k] + ((sorted[k + 1] - sorted[k]) * (position - k)) : sorted[^1];
    }

    public static void Limit(float* x, int count, double low, double high)
    {
        for (int i = 0; i < count; i++)
        {
            if (x[i] < low) x[i] = (float)low;
            else if (x[i] > high) x[i] = (float)high;
        }
    }
}
