using System.Runtime.Intrinsics;

namespace AlphaKit.Factors;

/// <summary>(x − mean)/deviation (n − 1) of the present; all NaN when the deviation is 0 or fewer than two are present. Two passes in double precision.</summary>
internal sealed unsafe class ZScoreKernel : CrossKernel
{
    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* x = row.Present(0);
        (int n, double mean, double squares) = CrossMoments.Of(x, row.Padded);
        double deviation = n > 1 && squares > 0 ? Math.Sqrt(squares / (n - 1)) : double.NaN;
        row.PutScaled(x, mean, 1, deviation);
    }
}

/// <summary>x less the mean of the present.</summary>
internal sealed unsafe class DemeanKernel : CrossKernel
{
    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* x = row.Present(0);
        (_, double mean, _) = CrossMoments.Of(x, row.Padded);
        row.PutScaled(x, mean, 1, 1);
    }
}

/// <summary>a·x/Σ|x|; all NaN when the sum is 0.</summary>
internal sealed unsafe class ScaleKernel(double total) : CrossKernel
{
    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* x = row.Present(0);
        Vector256<double> low = Vector256<double>.Zero, high = low;
        for (int i = 0; i < row.Padded; i += 8)
        {
            Vector256<float> value = Vector256.Load(x + i), size = Vector256.Abs(value) & Vector256.Equals(value, value);
            low += Vector256.WidenLower(size);
            high += Vector256.WidenUpper(size);
        }

        row.PutScaled(x, 0, total, CrossMoments.Sum(low + high));
    }
}

/// <summary>Mean and squared deviations of a row, exactly 0 for equal values.</summary>
internal static unsafe class CrossMoments
{
    /// <summary>Of a padded row; sums in eight lanes whatever the processor.</summary>
    public static (int Count, double Mean, double Squares) Of(float* x, int padded)
    {
        double origin = 0;
        for (int i = 0; i < padded; i++)
        {
            if (float.IsNaN(x[i])) continue;
            origin = x[i];
            break;
        }

        int n = 0;
        Vector256<double> from = Vector256.Create(origin), low = Vector256<double>.Zero, high = low;
        for (int i = 0; i < padded; i += 8)
        {
            Vector256<float> value = Vector256.Load(x + i), present = Vector256.Equals(value, value);
            n += System.Numerics.BitOperations.PopCount(present.ExtractMostSignificantBits());
            Vector256<double> a = Vector256.WidenLower(value) - from, b = Vector256.WidenUpper(value) - from;
            low += a & Vector256.Equals(a, a);
            high += b & Vector256.Equals(b, b);
        }

        double mean = Sum(low + high) / n;
        Vector256<double> centre = Vector256.Create(mean);
        low = high = Vector256<double>.Zero;
        for (int i = 0; i < padded; i += 8)
        {
            Vector256<float> value = Vector256.Load(x + i);
            Vector256<double> a = Vector256.WidenLower(value) - from - centre, b = Vector256.WidenUpper(value) - from - centre;
            low += (a * a) & Vector256.Equals(a, a);
            high += (b * b) & Vector256.Equals(b, b);
        }

        return (n, origin + mean, Sum(low + high));
    }

    /// <summary>The lanes in a fixed order.</summary>
    public static double Sum(Vector256<double> lanes) => lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
}
