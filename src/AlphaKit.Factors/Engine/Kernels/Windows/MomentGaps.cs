using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// The moments of <see cref="MomentKernel{F, D}"/> where values are missing: they count as zeros, and the numbers present take the place of
/// the lengths. With u = n_a·T_b − n_b·T_a for the times T: C = C_a + C_b + e·u/(n_a·n_b·n). The weight 1/(n_a·n_b·n) of a part
/// with gaps is rounded to a float (6e-8 of one non-negative term); of whole parts it is the constant of the whole window.
/// </summary>
internal sealed unsafe class MomentGaps<F, D, TKind>(WindowOutput[] outputs, WindowTree tree, int block)
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
    where TKind : struct, IMomentKind
{
    private float* _x;
    private float* _counts;
    private double* _times;
    private double* _squares;
    private nint _plane;

    public void Run(Tile tile, int column)
    {
        int first = Math.Min(0, tree.FirstRow), start = first;
        foreach (WindowTree.Node node in tree.Nodes) start = Math.Min(start, node.FirstRow - node.Days + 1);
        Series x = tile.Inputs[0];
        _counts = PresentCounts<F, D>.Of(tile, x, default, column, block, start);
        _x = PresentCounts<F, D>.Filled(tile, x, default, column, block, start, 0);
        if (TKind.Arrays == 3) SumTimes(tile, start);
        _plane = (nint)(tile.Rows - first) * block;
        double* scratch = tile.Scratch.Take<double>(_plane * TKind.Arrays * tree.Buffers) - ((nint)first * block);
        (int First, int Last)[][] spans = tree.SpansFor(tile.Rows);
        for (int k = 0; k < tree.Nodes.Length; k++)
        {
            WindowTree.Node node = tree.Nodes[k];
            double* to = Buffer(node), newer = node.Newer < 0 ? null : Buffer(tree.Nodes[node.Newer]);
            double* older = node.Older < 0 ? null : Buffer(tree.Nodes[node.Older]);
            if (node.Days == 1)
            {
                Single(to, tile.Rows);
            }
            else
            {
                foreach ((int from, int last) in spans[k]) Merge(node, older, newer, to, from, last);
            }

            foreach (WindowOutput output in outputs)
            {
                if (!tree.Nodes[tree[output.Days]].Equals(node)) continue;
                Target target = tile.Targets[output.Target].At(column);
                Series raw = new(x.Rows + column, x.Stride);
                Put(output, to, raw, target, tile.Rows);
            }
        }

        double* Buffer(WindowTree.Node node) => scratch + (node.Buffer * _plane * TKind.Arrays);
    }

    /// <summary>Running Σm·t and Σm·t², t the row: whole numbers below 2⁵³, so differences are exact.</summary>
    private void SumTimes(Tile tile, int start)
    {
        nint length = (nint)(tile.Rows - start + 1) * block;
        _times = tile.Scratch.Take<double>(length) + ((nint)(1 - start) * block);
        _squares = tile.Scratch.Take<double>(length) + ((nint)(1 - start) * block);
        for (int i = 0; i < block; i += D.Width)
        {
            D sum = D.All(0), squares = sum;
            nint at = ((nint)(start - 1) * block) + i;
            D.Store(_times + at, sum);
            D.Store(_squares + at, squares);
        }

        for (nint r = start; r < tile.Rows; r++)
        {
            D t = D.All(r - start + 1);
            for (int i = 0; i < block; i += F.Width)
            {
                nint at = (r * block) + i, before = at - block;
                F present = F.Load(_counts + at) - F.Load(_counts + before);
                D lower = F.Lower(present) * t, upper = F.Upper(present) * t;
                D.Store(_times + at, D.Load(_times + before) + lower);
                D.Store(_times + at + D.Width, D.Load(_times + before + D.Width) + upper);
                D.Store(_squares + at, D.Load(_squares + before) + (lower * t));
                D.Store(_squares + at + D.Width, D.Load(_squares + before + D.Width) + (upper * t));
            }
        }
    }

    private void Single(double* to, int rows)
    {
        for (nint at = 0; at < (nint)rows * block; at += F.Width)
        {
            F value = F.Load(_x + at);
            D.Store(to + at, F.Lower(value));
            D.Store(to + at + D.Width, F.Upper(value));
            for (int k = 1; k < TKind.Arrays; k++)
            {
                D.Store(to + (k * _plane) + at, D.All(0));
                D.Store(to + (k * _plane) + at + D.Width, D.All(0));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Merge(WindowTree.Node node, double* older, double* newer, double* to, int first, int last)
    {
        float wa = node.Days - node.NewerDays, wb = node.NewerDays;
        F wholeA = F.All(wa), wholeB = F.All(wb), zero = F.All(0f), one = F.All(1f);
        D whole = D.All(1 / ((double)wa * wb * ((double)wa + wb)));
        nint lagBlock = (nint)node.NewerDays * block, span = (nint)node.Days * block, plane = _plane;
        float* x = _x, counts = _counts;
        double* times = _times;
        for (nint at = (nint)first * block; at < (nint)last * block; at += F.Width)
        {
            F middle = F.Load(counts + at - lagBlock), na = middle - F.Load(counts + at - span), nb = F.Load(counts + at) - middle;
            F full = F.Equal(na, wholeA) & F.Equal(nb, wholeB);
            nint at2 = at + D.Width;
            D sa = older == null ? D.Widen(x + at - lagBlock) : D.Load(older + at - lagBlock), sb = newer == null ? D.Widen(x + at) : D.Load(newer + at);
            D ta = older == null ? D.Widen(x + at2 - lagBlock) : D.Load(older + at2 - lagBlock), tb = newer == null ? D.Widen(x + at2) : D.Load(newer + at2);
            D.Store(to + at, sa + sb);
            D.Store(to + at2, ta + tb);
            D la = F.Lower(na), lb = D.All(0) - F.Lower(nb), ua = F.Upper(na), ub = D.All(0) - F.Upper(nb);
            D e = D.Fma(la, sb, lb * sa), f = D.Fma(ua, tb, ub * ta);
            D m = Rest(older, newer, at + plane, lagBlock), n = Rest(older, newer, at2 + plane, lagBlock), g = whole, h = whole, factor = D.All(0.5), factor2 = factor;
            if (!F.AllSet(full))
            {
                F product = na * nb * (na + nb), weight = F.Select(F.Equal(product, zero), zero, one / product), flag = full & one;
                D lower = D.Equal(F.Lower(flag), D.All(1)), upper = D.Equal(F.Upper(flag), D.All(1)), wl = F.Lower(weight), wu = F.Upper(weight);
                g = D.Select(lower, whole, wl);
                h = D.Select(upper, whole, wu);
                if (TKind.Arrays == 3)
                {
                    factor = D.Select(lower, factor, TimeFactor(times + at, lagBlock, span, la, lb) * wl);
                    factor2 = D.Select(upper, factor2, TimeFactor(times + at2, lagBlock, span, ua, ub) * wu);
                }
            }

            D.Store(to + plane + at, D.Fma(e * e, g, m));
            D.Store(to + plane + at2, D.Fma(f * f, h, n));
            if (TKind.Arrays < 3) continue;
            D.Store(to + (2 * plane) + at, D.Fma(e, factor, Rest(older, newer, at + (2 * plane), lagBlock)));
            D.Store(to + (2 * plane) + at2, D.Fma(f, factor2, Rest(older, newer, at2 + (2 * plane), lagBlock)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static D Rest(double* older, double* newer, nint at, nint lagBlock) =>
        older == null ? D.All(0) : newer == null ? D.Load(older + at - lagBlock) : D.Load(older + at - lagBlock) + D.Load(newer + at);

    /// <summary>n_a·T_b − n_b·T_a from the running sums of times.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static D TimeFactor(double* times, nint lagBlock, nint span, D na, D minusNb)
    {
        D between = D.Load(times - lagBlock), ta = between - D.Load(times - span), tb = D.Load(times) - between;
        return D.Fma(na, tb, minusNb * ta);
    }

    private void Put(WindowOutput output, double* moments, Series x, Target target, int rows)
    {
        switch (output.Operator)
        {
            case "Sum":
                Put<MomentResults<F, D>.Sum>(output, moments, x, target, rows);
                break;
            case "Mean":
                Put<MomentResults<F, D>.Mean>(output, moments, x, target, rows);
                break;
            case "Variance":
                Put<MomentResults<F, D>.Variance>(output, moments, x, target, rows);
                break;
            case "Std":
                Put<MomentResults<F, D>.Std>(output, moments, x, target, rows);
                break;
            case "Slope":
                Put<MomentResults<F, D>.Slope>(output, moments, x, target, rows);
                break;
            case "RSquared":
                Put<MomentResults<F, D>.RSquared>(output, moments, x, target, rows);
                break;
            default:
                Put<MomentResults<F, D>.Residual>(output, moments, x, target, rows);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put<TResult>(WindowOutput output, double* moments, Series x, Target target, int rows)
        where TResult : struct, MomentResults<F, D>.IResult
    {
        double w = output.Days;
        D inverse = D.All(1 / w), freedom = D.All(1 / (w - output.Freedom)), times = D.All(w * ((w * w) - 1) / 12), perTimes = D.All(1 / (w * ((w * w) - 1) / 12)), back = D.All((w - 1) / 2);
        F days = F.All(output.Days), least = F.All(output.Minimum), nan = F.All(float.NaN);
        nint span = (nint)output.Days * block, plane = _plane;
        float* counts = _counts;
        double* running = _times, squares = _squares;
        int start = Start;
        for (nint r = 0; r < rows; r++)
        {
            D now = D.All((double)(r - start + 1));
            for (int i = 0; i < block; i += F.Width)
            {
                nint at = (r * block) + i;
                F n = F.Load(counts + at) - F.Load(counts + at - span);
                F value = TResult.NeedsValue ? F.Load(x.Rows + (r * x.Stride) + i) : default;
                D lower, upper;
                if (F.AllSet(F.Equal(n, days)))
                {
                    lower = Of<TResult>(moments + at, plane, F.Lower(value), inverse, freedom, times, perTimes, back);
                    upper = Of<TResult>(moments + at + D.Width, plane, F.Upper(value), inverse, freedom, times, perTimes, back);
                }
                else
                {
                    lower = Partial<TResult>(moments + at, plane, F.Lower(n), F.Lower(value), running + at, squares + at, span, now, w, output.Freedom);
                    upper = Partial<TResult>(moments + at + D.Width, plane, F.Upper(n), F.Upper(value), running + at + D.Width, squares + at + D.Width, span, now, w, output.Freedom);
                }

                Lanes<F, D>.Put(target, (int)r, i, F.Select(F.Less(n, least), nan, F.Narrow(lower, upper)));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static D Of<TResult>(double* m, nint plane, D value, D inverse, D freedom, D times, D perTimes, D back)
        where TResult : struct, MomentResults<F, D>.IResult => TResult.Of(
            TResult.NeedsSum ? D.Load(m) : default,
            TResult.NeedsSquares ? D.Load(m + plane) : default,
            TResult.NeedsTrend ? D.Load(m + (2 * plane)) : default,
            value, inverse, freedom, times, perTimes, back);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static D Partial<TResult>(double* m, nint plane, D n, D value, double* t, double* t2, nint span, D now, double w, int freedom)
        where TResult : struct, MomentResults<F, D>.IResult
    {
        D one = D.All(1), full = D.Equal(n, D.All(w)), per = one / n, squared = default, perSquared = default, since = default;
        if (TResult.NeedsTrend)
        {
            D sum = D.Load(t) - D.Load(t - span), square = D.Load(t2) - D.Load(t2 - span), spread = D.Fma(n, square, D.All(0) - (sum * sum)) * per;
            squared = D.Select(full, D.All(w * ((w * w) - 1) / 12), spread);
            perSquared = D.Select(full, D.All(1 / (w * ((w * w) - 1) / 12)), one / spread);
            since = D.Select(full, D.All((w - 1) / 2), now - (sum * per));
        }

        D inverse = D.Select(full, D.All(1 / w), per), free = D.Select(full, D.All(1 / (w - freedom)), one / (n - D.All(freedom)));
        return Of<TResult>(m, plane, value, inverse, free, squared, perSquared, since);
    }

    private int Start => Math.Min(Math.Min(0, tree.FirstRow), tree.Nodes.Min(node => node.FirstRow - node.Days + 1));
}
