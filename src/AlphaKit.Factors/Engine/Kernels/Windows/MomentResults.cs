using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>From sums S, squared deviations M and products with time C of whole windows to what was asked for; finished in double precision.</summary>
internal static unsafe class MomentResults<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    public static void Whole(WindowOutput output, double* moments, nint plane, int block, Series x, Target target, int rows)
    {
        switch (output.Operator)
        {
            case "Sum":
                Run<Sum>(output, moments, plane, block, x, target, rows);
                break;
            case "Mean":
                Run<Mean>(output, moments, plane, block, x, target, rows);
                break;
            case "Variance":
                Run<Variance>(output, moments, plane, block, x, target, rows);
                break;
            case "Std":
                Run<Std>(output, moments, plane, block, x, target, rows);
                break;
            case "Slope":
                Run<Slope>(output, moments, plane, block, x, target, rows);
                break;
            case "RSquared":
                Run<RSquared>(output, moments, plane, block, x, target, rows);
                break;
            case "Residual":
                Run<Residual>(output, moments, plane, block, x, target, rows);
                break;
            default:
                throw new InvalidOperationException($"'{output.Operator}' is not a moment of a window.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TResult>(WindowOutput output, double* moments, nint plane, int block, Series x, Target target, int rows)
        where TResult : struct, IResult
    {
        double w = output.Days;
        D inverse = D.All(1 / w), freedom = D.All(1 / (w - output.Freedom)), times = D.All(w * ((w * w) - 1) / 12), perTimes = D.All(1 / (w * ((w * w) - 1) / 12)), half = D.All((w - 1) / 2);
        for (nint r = 0; r < rows; r++)
        {
            TargetRow to = target.Row(r);
            for (int i = 0; i < block; i += F.Width)
            {
                nint at = (r * block) + i, at2 = at + D.Width;
                F value = TResult.NeedsValue ? F.Load(x.Rows + (r * x.Stride) + i) : default;
                D lower = TResult.Of(
                    TResult.NeedsSum ? D.Load(moments + at) : default,
                    TResult.NeedsSquares ? D.Load(moments + plane + at) : default,
                    TResult.NeedsTrend ? D.Load(moments + (2 * plane) + at) : default,
                    TResult.NeedsValue ? F.Lower(value) : default,
                    inverse, freedom, times, perTimes, half);
                D upper = TResult.Of(
                    TResult.NeedsSum ? D.Load(moments + at2) : default,
                    TResult.NeedsSquares ? D.Load(moments + plane + at2) : default,
                    TResult.NeedsTrend ? D.Load(moments + (2 * plane) + at2) : default,
                    TResult.NeedsValue ? F.Upper(value) : default,
                    inverse, freedom, times, perTimes, half);
                Lanes<F, D>.Put(to, i, F.Narrow(lower, upper));
            }
        }
    }

    /// <summary>The results by their formulas; shared with the windows that have gaps. A zero is positive, however it was put together.</summary>
    internal interface IResult
    {
        static virtual bool NeedsSum => false;

        static virtual bool NeedsSquares => false;

        static virtual bool NeedsTrend => false;

        static virtual bool NeedsValue => false;

        /// <summary>inverse = 1/n, freedom = 1/(n − ddof), times = Σ(t − t̄)², perTimes its inverse, back = now − t̄.</summary>
        static abstract D Of(D s, D m, D c, D x, D inverse, D freedom, D times, D perTimes, D back);
    }

    internal readonly struct Sum : IResult
    {
        public static bool NeedsSum => true;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static D Of(D s, D m, D c, D x, D inverse, D freedom, D times, D perTimes, D back) => s;
    }

    internal readonly struct Mean : IResult
    {
        public static bool NeedsSum => true;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static D Of(D s, D m, D c, D x, D inverse, D freedom, D times, D perTimes, D back) => s * inverse;
    }

    internal readonly struct Variance : IResult
    {
        public static bool NeedsSquares => true;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static D Of(D s, D m, D c, D x, D inverse, D freedom, D times, D perTimes, D back) => m * freedom;
    }

    internal readonly struct Std : IResult
    {
        public static bool NeedsSquares => true;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static D Of(D s, D m, D c, D x, D inverse, D freedom, D times, D perTimes, D back)
        {
            D variance = m * freedom;
            return variance * D.InverseSqrt(variance);
        }
    }

    internal readonly struct Slope : IResult
    {
        public static bool NeedsTrend => true;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static D Of(D s, D m, D c, D x, D inverse, D freedom, D times, D perTimes, D back) => (c * perTimes) + D.All(0);
    }

    /// <summary>C²/(Σ(t − t̄)²·M), at most 1; NaN for a flat window.</summary>
    internal readonly struct RSquared : IResult
    {
        public static bool NeedsSquares => true;

        public static bool NeedsTrend => true;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static D Of(D s, D m, D c, D x, D inverse, D freedom, D times, D perTimes, D back)
        {
            D r = c * D.InverseSqrt(times * m);
            return D.Select(D.Less(D.All(0), m), D.Min(r * r, D.All(1)), D.All(double.NaN));
        }
    }

    /// <summary>The last value less the line through the window.</summary>
    internal readonly struct Residual : IResult
    {
        public static bool NeedsSum => true;

        public static bool NeedsTrend => true;

        public static bool NeedsValue => true;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static D Of(D s, D m, D c, D x, D inverse, D freedom, D times, D perTimes, D back) =>
            x - (s * inverse) - (c * perTimes * back) + D.All(0);
    }
}
