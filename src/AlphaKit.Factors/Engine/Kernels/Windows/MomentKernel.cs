using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Sums, means, deviations and regressions on time of one series over any number of windows. Every window is merged from two shorter ones
/// (<see cref="WindowTree"/>) in double precision. With e = n_a·S_b − n_b·S_a (a older, b newer, S sums, n numbers of values):
/// S = S_a + S_b, squared deviations M = M_a + M_b + e²/(n_a·n_b·n), product with centred time C = C_a + C_b + e/2. Nothing is squared
/// before it is centred, so a flat window has exactly M = C = 0 and large levels cost no digits.
/// </summary>
/// <remarks>
/// Missing values: a window that must be whole is NaN by itself, NaN spreading through the sums. Otherwise missing values count as zeros with
/// n_a and n_b the numbers present (<see cref="MomentGaps{F, D, TKind}"/>); lanes whose window is whole have the same bits as without gaps.
/// Cost: about 0.2 ns per element and tree level for sums, twice that with M, three times with C.
/// </remarks>
internal sealed unsafe class MomentKernel<F, D> : Kernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    private readonly WindowOutput[] _outputs;
    private readonly WindowTree _tree;
    private readonly WindowTree _parts;
    private readonly int _kinds;
    private readonly bool _anyPartial;

    public MomentKernel(WindowOutput[] outputs)
    {
        _outputs = outputs;
        _tree = new WindowTree(outputs, fused: true);
        _parts = new WindowTree(outputs);
        _kinds = 1;
        foreach (WindowOutput output in outputs)
        {
            _anyPartial |= !output.Strict;
            _kinds = Math.Max(_kinds, output.Operator is "Slope" or "RSquared" or "Residual" ? 3 : output.Operator is "Std" or "Variance" ? 2 : 1);
        }
    }

    public override void Run(Tile tile)
    {
        bool gaps = _anyPartial && !tile.Complete[0];
        int block = Math.Min(tile.Columns, tile.Rows < RowSpans.Dense ? RowSpans.WideBlock : _kinds == 1 ? 64 : 32);
        for (int column = 0; column < tile.Columns; column += block)
        {
            int width = Math.Min(block, tile.Columns - column);
            tile.Scratch.Reset();
            if (gaps && _kinds > 1)
            {
                if (_kinds == 2) new MomentGaps<F, D, Squares>(_outputs, _parts, width).Run(tile, column);
                else new MomentGaps<F, D, Trends>(_outputs, _parts, width).Run(tile, column);
                continue;
            }

            switch (_kinds)
            {
                case 1:
                    Whole<Sums>(tile, column, width, gaps);
                    break;
                case 2:
                    Whole<Squares>(tile, column, width, gaps: false);
                    break;
                default:
                    Whole<Trends>(tile, column, width, gaps: false);
                    break;
            }
        }
    }

    /// <summary>All windows of some columns; plain sums with gaps are the sums of the values with zeros in the gaps.</summary>
    private void Whole<TKind>(Tile tile, int column, int block, bool gaps)
        where TKind : struct, IMomentKind
    {
        Series x = new(tile.Inputs[0].Rows + column, tile.Inputs[0].Stride);
        float* counts = null;
        if (gaps)
        {
            int start = 1 - WindowOutput.Longest(_outputs);
            counts = PresentCounts<F, D>.Of(tile, x, default, 0, block, start);
            x = new Series(PresentCounts<F, D>.Filled(tile, x, default, 0, block, start, 0), block);
        }

        nint rows = tile.Rows - _tree.FirstRow, plane = rows * block;
        double* scratch = tile.Scratch.Take<double>(plane * TKind.Arrays * _tree.Buffers) - ((nint)_tree.FirstRow * block);
        (int First, int Last)[][] spans = _tree.SpansFor(tile.Rows);
        for (int k = 0; k < _tree.Nodes.Length; k++)
        {
            WindowTree.Node node = _tree.Nodes[k];
            double* to = scratch + (node.Buffer * plane * TKind.Arrays);
            double* newer = node.Newer < 0 ? null : scratch + (_tree.Nodes[node.Newer].Buffer * plane * TKind.Arrays);
            double* older = node.Older < 0 ? null : scratch + (_tree.Nodes[node.Older].Buffer * plane * TKind.Arrays);
            foreach ((int first, int last) in spans[k])
            {
                if (node.Days == 1) Single<TKind>(x, to, plane, block, first, last);
                else if (node.IsFive) MomentFive<F, D, TKind>.Run(x, to, plane, block, first, last);
                else if (older == null) Merge<TKind, Leaf, Leaf>(node, x, older, newer, to, plane, block, first, last);
                else if (newer == null) Merge<TKind, Inner, Leaf>(node, x, older, newer, to, plane, block, first, last);
                else Merge<TKind, Inner, Inner>(node, x, older, newer, to, plane, block, first, last);
            }

            foreach (WindowOutput output in _outputs)
            {
                if (output.Days != node.Days) continue;
                Target target = tile.Targets[output.Target].At(column);
                if (counts == null) MomentResults<F, D>.Whole(output, to, plane, block, x, target, tile.Rows);
                else SumsWithGaps(output, to, counts, block, target, tile.Rows);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumsWithGaps(WindowOutput output, double* sums, float* counts, int block, Target target, int rows)
    {
        bool mean = output.Operator == "Mean";
        D share = D.All(mean ? 1.0 / output.Days : 1), one = D.All(1);
        F days = F.All(output.Days), least = F.All(output.Minimum), nan = F.All(float.NaN);
        nint span = (nint)output.Days * block;
        for (nint r = 0; r < rows; r++)
        {
            TargetRow to = target.Row(r);
            for (int i = 0; i < block; i += F.Width)
            {
                nint at = (r * block) + i;
                F n = F.Load(counts + at) - F.Load(counts + at - span), full = F.Equal(n, days);
                D lower = D.Load(sums + at), upper = D.Load(sums + at + D.Width), a = share, b = share;
                if (mean && !F.AllSet(full))
                {
                    D whole = D.All(output.Days), nl = F.Lower(n), nu = F.Upper(n);
                    a = D.Select(D.Equal(nl, whole), share, one / nl);
                    b = D.Select(D.Equal(nu, whole), share, one / nu);
                }

                Lanes<F, D>.Put(to, i, F.SelectLess(n, least, nan, F.Narrow(lower * a, upper * b)));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Single<TKind>(Series x, double* to, nint plane, int block, int first, int rows)
        where TKind : struct, IMomentKind
    {
        for (nint r = first; r < rows; r++)
        {
            for (int i = 0; i < block; i += F.Width)
            {
                F value = F.Load(x.Rows + (r * x.Stride) + i);
                nint at = (r * block) + i;
                for (int half = 0; half < 2; half++)
                {
                    // A missing value must stay missing in the deviations, too.
                    D wide = half == 0 ? F.Lower(value) : F.Upper(value), none = wide - wide;
                    D.Store(to + at + (half * D.Width), wide);
                    for (int k = 1; k < TKind.Arrays; k++) D.Store(to + (k * plane) + at + (half * D.Width), none);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Merge<TKind, TOlder, TNewer>(
        WindowTree.Node node, Series x, double* older, double* newer, double* to, nint plane, int block, int first, int last)
        where TKind : struct, IMomentKind
        where TOlder : struct, IPlace
        where TNewer : struct, IPlace
    {
        double nb = node.NewerDays, na = node.Days - nb;
        D a = D.All(na), b = D.All(-nb), g = D.All(1 / (na * nb * (na + nb))), half = D.All(0.5);
        nint lag = node.NewerDays, lagBlock = lag * block;
        for (nint r = first; r < last; r++)
        {
            float* xb = x.Rows + (r * x.Stride), xa = xb - (lag * x.Stride);
            nint at = r * block;
            for (nint i = 0; i < block; i += F.Width, at += F.Width)
            {
                nint at2 = at + D.Width;
                D sa, sb, ta, tb;
                if (TOlder.IsLeaf)
                {
                    (sa, ta) = (D.Widen(xa + i), D.Widen(xa + i + D.Width));
                }
                else
                {
                    (sa, ta) = (D.Load(older + at - lagBlock), D.Load(older + at2 - lagBlock));
                }

                if (TNewer.IsLeaf)
                {
                    (sb, tb) = (D.Widen(xb + i), D.Widen(xb + i + D.Width));
                }
                else
                {
                    (sb, tb) = (D.Load(newer + at), D.Load(newer + at2));
                }

                D.Store(to + at, sa + sb);
                D.Store(to + at2, ta + tb);
                if (TKind.Arrays == 1) continue;
                D e = D.Fma(a, sb, b * sa), f = D.Fma(a, tb, b * ta);
                D m = D.All(0), n = m, c = m, d = m;
                if (!TOlder.IsLeaf)
                {
                    (m, n) = (D.Load(older + plane + at - lagBlock), D.Load(older + plane + at2 - lagBlock));
                    if (TKind.Arrays == 3) (c, d) = (D.Load(older + (2 * plane) + at - lagBlock), D.Load(older + (2 * plane) + at2 - lagBlock));
                }

                if (!TNewer.IsLeaf)
                {
                    m += D.Load(newer + plane + at);
                    n += D.Load(newer + plane + at2);
                    if (TKind.Arrays == 3)
                    {
                        c += D.Load(newer + (2 * plane) + at);
                        d += D.Load(newer + (2 * plane) + at2);
                    }
                }

                D.Store(to + plane + at, D.Fma(e * e, g, m));
                D.Store(to + plane + at2, D.Fma(f * f, g, n));
                if (TKind.Arrays == 2) continue;
                D.Store(to + (2 * plane) + at, D.Fma(e, half, c));
                D.Store(to + (2 * plane) + at2, D.Fma(f, half, d));
            }
        }
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
