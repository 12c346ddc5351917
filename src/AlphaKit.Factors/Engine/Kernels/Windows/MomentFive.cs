using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>The moments of five days, 5 = 4 + 1, 4 = 2 + 2, 2 = 1 + 1, walking down the rows with the parts in registers; the bits of the merges one by one.</summary>
internal static unsafe class MomentFive<F, D, TKind>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
    where TKind : struct, IMomentKind
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(Series x, double* to, nint plane, int block, int first, int rows)
    {
        D one = D.All(1), two = D.All(2), four = D.All(4), minusOne = D.All(-1), minusTwo = D.All(-2);
        D g2 = D.All(1.0 / 2), g4 = D.All(1.0 / 16), g5 = D.All(1.0 / 20), none = D.All(0);
        nint stride = x.Stride;
        for (int i = 0; i < block; i += D.Width)
        {
            float* from = x.Rows + ((first - 4) * stride) + i;
            D a = D.Widen(from), b = D.Widen(from + stride), c = D.Widen(from + (2 * stride)), last = D.Widen(from + (3 * stride));
            Join(a, none, none, b, none, none, one, minusOne, g2, out D s0, out D m0, out D c0);
            Join(b, none, none, c, none, none, one, minusOne, g2, out D s1, out D m1, out D c1);
            Join(c, none, none, last, none, none, one, minusOne, g2, out D s2, out D m2, out D c2);
            Join(s0, m0, c0, s2, m2, c2, two, minusTwo, g4, out D s4, out D m4, out D c4);
            from += 4 * stride;
            double* result = to + ((nint)first * block) + i;
            for (int r = first; r < rows; r++, from += stride, result += block)
            {
                D now = D.Widen(from);
                Join(s4, m4, c4, now, none, none, four, minusOne, g5, out D s5, out D m5, out D c5);
                D.Store(result, s5);
                if (TKind.Arrays > 1) D.Store(result + plane, m5);
                if (TKind.Arrays > 2) D.Store(result + (2 * plane), c5);
                Join(last, none, none, now, none, none, one, minusOne, g2, out D s, out D m, out D t);
                Join(s1, m1, c1, s, m, t, two, minusTwo, g4, out s4, out m4, out c4);
                (s1, m1, c1) = (s2, m2, c2);
                (s2, m2, c2) = (s, m, t);
                last = now;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(D sa, D ma, D ca, D sb, D mb, D cb, D na, D minusNb, D g, out D s, out D m, out D c)
    {
        s = sa + sb;
        m = c = default;
        if (TKind.Arrays == 1) return;
        D e = D.Fma(na, sb, minusNb * sa);
        m = D.Fma(e * e, g, ma + mb);
        if (TKind.Arrays > 2) c = D.Fma(e, D.All(0.5), ca + cb);
    }
}
