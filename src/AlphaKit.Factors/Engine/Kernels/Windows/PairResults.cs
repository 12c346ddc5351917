using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>From the moments of a pair to what was asked for, in double precision.</summary>
internal static unsafe class PairResults<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    /// <summary>x is the first input, y the second.</summary>
    private interface IResult
    {
        static abstract D Of(D sx, D sy, D mx, D my, D c, D x, D y, D inverse, D freedom);
    }

    public static void Put(
        WindowOutput output, Part moments, nint plane, int block, float* counts, Series x, Series y, int column, Target target, int first, int last)
    {
        x = new Series(x.Rows + column, x.Stride);
        y = new Series(y.Rows + column, y.Stride);
        switch (output.Operator)
        {
            case "Correlation":
                Run<Correlation>(output, moments, plane, block, counts, x, y, target, first, last);
                break;
            case "Covariance":
                Run<Covariance>(output, moments, plane, block, counts, x, y, target, first, last);
                break;
            case "RegressionBeta":
                Run<Beta>(output, moments, plane, block, counts, x, y, target, first, last);
                break;
            case "RegressionResidual":
                Run<BetaResidual>(output, moments, plane, block, counts, x, y, target, first, last);
                break;
            default:
                throw new InvalidOperationException($"'{output.Operator}' is not a statistic of two series.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TResult>(
        WindowOutput output, Part moments, nint plane, int block, float* counts, Series x, Series y, Target target, int first, int last)
        where TResult : struct, IResult
    {
        double w = output.Days;
        D one = D.All(1), inverse = D.All(1 / w), freedom = D.All(1 / (w - output.Freedom)), free = D.All(output.Freedom), whole = D.All(w);
        F days = F.All(output.Days), least = F.All(output.Minimum), nan = F.All(float.NaN);
        nint span = (nint)output.Days * block;
        for (nint r = first; r < last; r++)
        {
            double* m = moments.Row(r, block);
            TargetRow to = target.Row(r);
            for (int i = 0; i < block; i += F.Width)
            {
                nint at = (r * block) + i;
                F vx = F.Load(x.Rows + (r * x.Stride) + i), vy = F.Load(y.Rows + (r * y.Stride) + i), n = days;
                D il = inverse, iu = inverse, fl = freedom, fu = freedom;
                if (counts != null)
                {
                    n = F.Load(counts + at) - F.Load(counts + at - span);
                    if (!F.AllSet(F.Equal(n, days)))
                    {
                        D nl = F.Lower(n), nu = F.Upper(n), full = D.Equal(nl, whole), fullU = D.Equal(nu, whole);
                        (il, iu) = (D.Select(full, inverse, one / nl), D.Select(fullU, inverse, one / nu));
                        (fl, fu) = (D.Select(full, freedom, one / (nl - free)), D.Select(fullU, freedom, one / (nu - free)));
                    }
                }

                D lower = Half(m + i, plane, F.Lower(vx), F.Lower(vy), il, fl);
                D upper = Half(m + i + D.Width, plane, F.Upper(vx), F.Upper(vy), iu, fu);
                Lanes<F, D>.Put(to, i, F.SelectLess(n, least, nan, F.Narrow(lower, upper)));
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static D Half(double* m, nint plane, D x, D y, D inverse, D freedom) => TResult.Of(
            D.Load(m), D.Load(m + plane), D.Load(m + (2 * plane)), D.Load(m + (3 * plane)), D.Load(m + (4 * plane)), x, y, inverse, freedom);
    }

    private readonly struct Correlation : IResult
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static D Of(D sx, D sy, D mx, D my, D c, D x, D y, D inverse, D freedom)
        {
            D one = D.All(1), variance = mx * my, value = c * D.InverseSqrt(variance);
            D clamped = D.Max(D.Min(value, one), D.All(-1));
            return D.Select(D.Less(D.All(0), variance), clamped + D.All(0), D.All(double.NaN));
        }
    }

    private readonly struct Covariance : IResult
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static D Of(D sx, D sy, D mx, D my, D c, D x, D y, D inverse, D freedom) => (c * freedom) + D.All(0);
    }

    /// <summary>Slope of the first series on the second.</summary>
    private readonly struct Beta : IResult
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static D Of(D sx, D sy, D mx, D my, D c, D x, D y, D inverse, D freedom) =>
            D.Select(D.Less(D.All(0), my), (c / my) + D.All(0), D.All(double.NaN));
    }

    /// <summary>The first series today less the line through the window.</summary>
    private readonly struct BetaResidual : IResult
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static D Of(D sx, D sy, D mx, D my, D c, D x, D y, D inverse, D freedom) =>
            (x - (sx * inverse)) - (Beta.Of(sx, sy, mx, my, c, x, y, inverse, freedom) * (y - (sy * inverse))) + D.All(0);
    }
}
