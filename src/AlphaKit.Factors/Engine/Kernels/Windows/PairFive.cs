using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>The moments of a pair over five days, walking down the rows as <see cref="MomentFive{F, D, TKind}"/> does.</summary>
internal static unsafe class PairFive<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(Series x, Series y, Part to, nint plane, int block, int first, int rows)
    {
        D none = D.All(0);
        nint sx = x.Stride, sy = y.Stride;
        for (int i = 0; i < block; i += D.Width)
        {
            float* fx = x.Rows + ((first - 4) * sx) + i, fy = y.Rows + ((first - 4) * sy) + i;
            D x0 = D.Widen(fx), x1 = D.Widen(fx + sx), x2 = D.Widen(fx + (2 * sx)), lastX = D.Widen(fx + (3 * sx));
            D y0 = D.Widen(fy), y1 = D.Widen(fy + sy), y2 = D.Widen(fy + (2 * sy)), lastY = D.Widen(fy + (3 * sy));
            Join(x0, y0, none, none, none, x1, y1, none, none, none, 1, 1, out D ax, out D ay, out D am, out D an, out D ac);
            Join(x1, y1, none, none, none, x2, y2, none, none, none, 1, 1, out D bx, out D by, out D bm, out D bn, out D bc);
            Join(x2, y2, none, none, none, lastX, lastY, none, none, none, 1, 1, out D cx, out D cy, out D cm, out D cn, out D cc);
            Join(ax, ay, am, an, ac, cx, cy, cm, cn, cc, 2, 2, out D fourX, out D fourY, out D fourM, out D fourN, out D fourC);
            fx += 4 * sx;
            fy += 4 * sy;
            for (nint r = first; r < rows; r++, fx += sx, fy += sy)
            {
                double* result = to.Row(r, block) + i;
                D nowX = D.Widen(fx), nowY = D.Widen(fy);
                Join(fourX, fourY, fourM, fourN, fourC, nowX, nowY, none, none, none, 4, 1, out D x5, out D y5, out D m5, out D n5, out D c5);
                D.Store(result, x5);
                D.Store(result + plane, y5);
                D.Store(result + (2 * plane), m5);
                D.Store(result + (3 * plane), n5);
                D.Store(result + (4 * plane), c5);
                Join(lastX, lastY, none, none, none, nowX, nowY, none, none, none, 1, 1, out D dx, out D dy, out D dm, out D dn, out D dc);
                Join(bx, by, bm, bn, bc, dx, dy, dm, dn, dc, 2, 2, out fourX, out fourY, out fourM, out fourN, out fourC);
                (bx, by, bm, bn, bc) = (cx, cy, cm, cn, cc);
                (cx, cy, cm, cn, cc) = (dx, dy, dm, dn, dc);
                (lastX, lastY) = (nowX, nowY);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(
        D xa, D ya, D ma, D na, D ca, D xb, D yb, D mb, D nb, D cb, double older, double newer, out D x, out D y, out D m, out D n, out D c)
    {
        D a = D.All(older), b = D.All(-newer), g = D.All(1 / (older * newer * (older + newer)));
        D ex = D.Fma(a, xb, b * xa), ey = D.Fma(a, yb, b * ya), u = ex * g;
        x = xa + xb;
        y = ya + yb;
        m = D.Fma(ex, u, ma + mb);
        n = D.Fma(ey * g, ey, na + nb);
        c = D.Fma(u, ey, ca + cb);
    }
}
