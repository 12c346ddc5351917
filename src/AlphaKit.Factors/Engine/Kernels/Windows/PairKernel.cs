using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Covariances, correlations and regressions of two series over any number of windows, merged as in <see cref="MomentKernel{F, D}"/>: with
/// e = n_a·S_b − n_b·S_a of either series, M += e²/(n_a·n_b·n) and C += e_x·e_y/(n_a·n_b·n). Correlation = C/√(M_x·M_y) in double precision, kept in
/// [−1, 1]; NaN where a side is flat. Only days on which both have a value count; lanes whose window is whole have the same bits as without gaps.
/// </summary>
/// <remarks>Cost: about 1 ns per element and tree level.</remarks>
internal sealed unsafe class PairKernel<F, D>(WindowOutput[] outputs) : Kernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    private const int Arrays = 5;
    private const int Block = 32;
    private readonly WindowTree _parts = new(outputs);
    private readonly WindowRings _rings = new(new WindowTree(outputs, fused: true));
    private readonly bool _anyPartial = !Array.TrueForAll(outputs, o => o.Strict);

    public override void Run(Tile tile)
    {
        bool gaps = _anyPartial && !(tile.Complete[0] && tile.Complete[1]);
        WindowTree tree = gaps ? _parts : _rings.Tree;
        int start = 1 - WindowOutput.Longest(outputs);
        int most = tile.Rows < RowSpans.Dense ? RowSpans.WideBlock : Block;
        for (int column = 0; column < tile.Columns; column += most)
        {
            int block = Math.Min(most, tile.Columns - column);
            tile.Scratch.Reset();
            Series x = tile.Inputs[0], y = tile.Inputs[1];
            float* counts = null;
            if (gaps)
            {
                counts = PresentCounts<F, D>.Of(tile, x, y, column, block, start);
                float* fx = PresentCounts<F, D>.Filled(tile, x, y, column, block, start, 0), fy = PresentCounts<F, D>.Filled(tile, y, x, column, block, start, 0);
                (x, y) = (new Series(fx, block), new Series(fy, block));
            }
            else
            {
                (x, y) = (new Series(x.Rows + column, x.Stride), new Series(y.Rows + column, y.Stride));
            }

            if (!gaps && tile.Rows >= RowSpans.Dense) Strips(tile, x, y, column, block);
            else Spans(tile, tree, x, y, counts, column, block);
        }
    }

    /// <summary>All parts advance together, in rings.</summary>
    private void Strips(Tile tile, Series x, Series y, int column, int block)
    {
        nint plane = ((nint)_rings.Rows * block) + RowSpans.Apart;
        double* scratch = tile.Scratch.Take<double>(plane * Arrays);
        for (int from = _rings.Tree.FirstRow, last; from < tile.Rows; from = last)
        {
            last = WindowRings.EndOfStrip(from, tile.Rows);
            for (int k = 0; k < _rings.Rings.Length; k++)
            {
                WindowTree.Node node = _rings.Tree.Nodes[k];
                Part to = At(k), older = node.Older < 0 ? default : At(node.Older), newer = node.Newer < 0 ? default : At(node.Newer);
                int first = Math.Max(from, node.FirstRow);
                if (first >= last) continue;
                Fill(node, x, y, null, older, newer, to, plane, block, first, last);
                if (from >= 0) Put(tile, node, to, plane, block, null, column, first, last);
            }
        }

        Part At(int k) => new(scratch + ((nint)_rings.Rings[k].Start * block), _rings.Rings[k].Mask);
    }

    /// <summary>One part after the other, of few rows only those that are needed.</summary>
    private void Spans(Tile tile, WindowTree tree, Series x, Series y, float* counts, int column, int block)
    {
        nint plane = ((nint)(tile.Rows - tree.FirstRow) * block) + RowSpans.Apart;
        double* scratch = tile.Scratch.Take<double>(plane * Arrays * tree.Buffers) - ((nint)tree.FirstRow * block);
        (int First, int Last)[][] spans = tree.SpansFor(tile.Rows);
        for (int k = 0; k < tree.Nodes.Length; k++)
        {
            WindowTree.Node node = tree.Nodes[k];
            Part to = At(node), older = node.Older < 0 ? default : At(tree.Nodes[node.Older]), newer = node.Newer < 0 ? default : At(tree.Nodes[node.Newer]);
            foreach ((int first, int last) in spans[k]) Fill(node, x, y, counts, older, newer, to, plane, block, first, last);
            Put(tile, node, to, plane, block, counts, column, 0, tile.Rows);
        }

        Part At(WindowTree.Node node) => new(scratch + (node.Buffer * plane * Arrays), -1);
    }

    private void Put(Tile tile, WindowTree.Node node, Part moments, nint plane, int block, float* counts, int column, int first, int last)
    {
        foreach (WindowOutput output in outputs)
        {
            if (output.Days != node.Days) continue;
            Target target = tile.Targets[output.Target].At(column);
            PairResults<F, D>.Put(output, moments, plane, block, counts, tile.Inputs[0], tile.Inputs[1], column, target, first, last);
        }
    }

    /// <summary>Some rows of a part, from its own parts or from the series; counts are there if values are missing.</summary>
    private static void Fill(
        WindowTree.Node node, Series x, Series y, float* counts, Part older, Part newer, Part to, nint plane, int block, int first, int last)
    {
        if (node.Days == 1) Single(x, y, to, plane, block, first, last);
        else if (node.IsFive) PairFive<F, D>.Run(x, y, to, plane, block, first, last);
        else if (counts != null) PairGaps<F, D>.Merge(node, x, y, counts, older.Rows, newer.Rows, to.Rows, plane, block, first, last);
        else if (older.Rows == null) Merge<Leaf, Leaf>(node, x, y, older, newer, to, plane, block, first, last);
        else if (newer.Rows == null) Merge<Inner, Leaf>(node, x, y, older, newer, to, plane, block, first, last);
        else Merge<Inner, Inner>(node, x, y, older, newer, to, plane, block, first, last);
    }

    /// <summary>Single days: no deviation, missing where a side is.</summary>
    private static void Single(Series x, Series y, Part to, nint plane, int block, int first, int last)
    {
        for (nint r = first; r < last; r++)
        {
            for (nint i = 0; i < block; i += D.Width)
            {
                D a = D.Widen(x.Rows + (r * x.Stride) + i), b = D.Widen(y.Rows + (r * y.Stride) + i), none = (a - a) + (b - b);
                double* at = to.Row(r, block) + i;
                D.Store(at, a);
                D.Store(at + plane, b);
                for (int k = 2; k < Arrays; k++) D.Store(at + (k * plane), none);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Merge<TOlder, TNewer>(
        WindowTree.Node node, Series x, Series y, Part older, Part newer, Part to, nint plane, int block, int first, int last)
        where TOlder : struct, IPlace
        where TNewer : struct, IPlace
    {
        double nb = node.NewerDays, na = node.Days - nb;
        D a = D.All(na), b = D.All(-nb), g = D.All(1 / (na * nb * (na + nb)));
        nint lag = node.NewerDays;
        for (nint r = first; r < last; r++)
        {
            float* xb = x.Rows + (r * x.Stride), xa = xb - (lag * x.Stride), yb = y.Rows + (r * y.Stride), ya = yb - (lag * y.Stride);
            double* p = older.Row(r - lag, block), q = newer.Row(r, block), o = to.Row(r, block);
            for (nint i = 0; i < block; i += F.Width, p += F.Width, q += F.Width, o += F.Width)
            {
                D sa, sb, ta, tb, pa, pb, qa, qb;
                if (TOlder.IsLeaf)
                {
                    (sa, ta, pa, qa) = (D.Widen(xa + i), D.Widen(xa + i + D.Width), D.Widen(ya + i), D.Widen(ya + i + D.Width));
                }
                else
                {
                    (sa, ta, pa, qa) = (D.Load(p), D.Load(p + D.Width), D.Load(p + plane), D.Load(p + plane + D.Width));
                }

                if (TNewer.IsLeaf)
                {
                    (sb, tb, pb, qb) = (D.Widen(xb + i), D.Widen(xb + i + D.Width), D.Widen(yb + i), D.Widen(yb + i + D.Width));
                }
                else
                {
                    (sb, tb, pb, qb) = (D.Load(q), D.Load(q + D.Width), D.Load(q + plane), D.Load(q + plane + D.Width));
                }

                D.Store(o, sa + sb);
                D.Store(o + D.Width, ta + tb);
                D.Store(o + plane, pa + pb);
                D.Store(o + plane + D.Width, qa + qb);
                D ex = D.Fma(a, sb, b * sa), fx = D.Fma(a, tb, b * ta), ey = D.Fma(a, pb, b * pa), fy = D.Fma(a, qb, b * qa);
                D ux = ex * g, vx = fx * g;
                D.Store(o + (2 * plane), D.Fma(ex, ux, Rest(p + (2 * plane), q + (2 * plane))));
                D.Store(o + (2 * plane) + D.Width, D.Fma(fx, vx, Rest(p + (2 * plane) + D.Width, q + (2 * plane) + D.Width)));
                D.Store(o + (3 * plane), D.Fma(ey * g, ey, Rest(p + (3 * plane), q + (3 * plane))));
                D.Store(o + (3 * plane) + D.Width, D.Fma(fy * g, fy, Rest(p + (3 * plane) + D.Width, q + (3 * plane) + D.Width)));
                D.Store(o + (4 * plane), D.Fma(ux, ey, Rest(p + (4 * plane), q + (4 * plane))));
                D.Store(o + (4 * plane) + D.Width, D.Fma(vx, fy, Rest(p + (4 * plane) + D.Width, q + (4 * plane) + D.Width)));
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static D Rest(double* m, double* n) => TOlder.IsLeaf ? D.All(0) : TNewer.IsLeaf ? D.Load(m) : D.Load(m) + D.Load(n);
    }

    private interface IPlace
    {
        static abstract bool IsLeaf { get; }
    }

    private readonly struct Leaf : IPlace
    {
        public static bool IsLeaf => true;
    }

    private readonly struct Inner : IPlace
    {
        public static bool IsLeaf => false;
    }
}
