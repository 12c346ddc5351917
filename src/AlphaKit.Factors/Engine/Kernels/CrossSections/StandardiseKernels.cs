namespace AlphaKit.Factors;

/// <summary>(x − mean)/deviation (n − 1) of the present; all NaN when the deviation is 0 or fewer than two are present. Two passes in double precision.</summary>
internal sealed unsafe class ZScoreKernel : CrossKernel
{
    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* x = row.Present(0);
        (int n, double mean, double squares) = CrossMoments.Of(x, row.Count);
        double deviation = n > 1 && squares > 0 ? Math.Sqrt(squares / (n - 1)) : double.NaN;
        for (int i = 0; i < row.Count; i++) row.Put(i, (x[i] - mean) / deviation);
    }
}

/// <summary>x less the mean of the present.</summary>
internal sealed unsafe class DemeanKernel : CrossKernel
{
    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* x = row.Present(0);
        (_, double mean, _) = CrossMoments.Of(x, row.Count);
        for (int i = 0; i < row.Count; i++) row.Put(i, x[i] - mean);
    }
}

/// <summary>a·x/Σ|x|; all NaN when the sum is 0.</summary>
internal sealed unsafe class ScaleKernel(double total) : CrossKernel
{
    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* x = row.Present(0);
        double sum = 0;
        for (int i = 0; i < row.Count; i++)
        {
            if (!float.IsNaN(x[i])) sum += Math.Abs((double)x[i]);
        }

        for (int i = 0; i < row.Count; i++) row.Put(i, total * x[i] / sum);
    }
}

/// <summary>Mean and squared deviations of a row, exactly 0 for equal values.</summary>
internal static unsafe class CrossMoments
{
    public static (int Count, double Mean, double Squares) Of(float* x, int count)
    {
        int n = 0;
        double origin = 0, sum = 0, squares = 0;
        for (int i = 0; i < count; i++)
        {
            if (float.IsNaN(x[i])) continue;
            if (n++ == 0) origin = x[i];
            sum += x[i] - origin;
        }

        double mean = sum / n;
        for (int i = 0; i < count; i++)
        {
            if (float.IsNaN(x[i])) continue;
            double d = x[i] - origin - mean;
            squares += d * d;
        }

        return (n, origin + mean, squares);
    }
}
