using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>The merge of <see cref="PairKernel{F, D}"/> where values are missing: zeros, with the numbers of pairs present for the lengths.</summary>
internal static unsafe class PairGaps<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Merge(
        WindowTree.Node node, Series x, Series y, float* counts, double* older, double* newer, double* to, nint plane, int block, int first, int last)
    {
        float wa = node.Days - node.NewerDays, wb = node.NewerDays;
        F wholeA = F.All(wa), wholeB = F.All(wb), zero = F.All(0f), one = F.All(1f);
        D whole = D.All(1 / ((double)wa * wb * ((double)wa + wb)));
        nint lagBlock = (nint)node.NewerDays * block, span = (nint)node.Days * block;
        for (nint at = (nint)first * block; at < (nint)last * block; at += F.Width)
        {
            F middle = F.Load(counts + at - lagBlock), na = middle - F.Load(counts + at - span), nb = F.Load(counts + at) - middle;
            F full = F.Equal(na, wholeA) & F.Equal(nb, wholeB);
            D lower = whole, upper = whole;
            if (!F.AllSet(full))
            {
                F product = na * nb * (na + nb), weight = F.Select(F.Equal(product, zero), zero, one / product), flag = full & one;
                lower = D.Select(D.Equal(F.Lower(flag), D.All(1)), whole, F.Lower(weight));
                upper = D.Select(D.Equal(F.Upper(flag), D.All(1)), whole, F.Upper(weight));
            }

            F xa = older == null ? F.Load(x.Rows + at - lagBlock) : zero, ya = older == null ? F.Load(y.Rows + at - lagBlock) : zero;
            F xb = newer == null ? F.Load(x.Rows + at) : zero, yb = newer == null ? F.Load(y.Rows + at) : zero;
            double* a = older == null ? null : older + at - lagBlock, b = newer == null ? null : newer + at;
            Half(a, b, to + at, plane, F.Lower(xa), F.Lower(ya), F.Lower(xb), F.Lower(yb), F.Lower(na), F.Lower(nb), lower);
            if (a != null) a += D.Width;
            if (b != null) b += D.Width;
            Half(a, b, to + at + D.Width, plane, F.Upper(xa), F.Upper(ya), F.Upper(xb), F.Upper(yb), F.Upper(na), F.Upper(nb), upper);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Half(double* a, double* b, double* to, nint plane, D xa, D ya, D xb, D yb, D na, D nb, D g)
    {
        D mx = D.All(0), my = mx, c = mx;
        if (a != null)
        {
            (xa, ya) = (D.Load(a), D.Load(a + plane));
            (mx, my, c) = (D.Load(a + (2 * plane)), D.Load(a + (3 * plane)), D.Load(a + (4 * plane)));
        }

        if (b != null)
        {
            (xb, yb) = (D.Load(b), D.Load(b + plane));
            mx += D.Load(b + (2 * plane));
            my += D.Load(b + (3 * plane));
            c += D.Load(b + (4 * plane));
        }

        D minus = D.All(0) - nb, ex = D.Fma(na, xb, minus * xa), ey = D.Fma(na, yb, minus * ya), u = ex * g;
        D.Store(to, xa + xb);
        D.Store(to + plane, ya + yb);
        D.Store(to + (2 * plane), D.Fma(ex, u, mx));
        D.Store(to + (3 * plane), D.Fma(ey * g, ey, my));
        D.Store(to + (4 * plane), D.Fma(u, ey, c));
    }
}
