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
        int first = Math.Min(0, tree.FirstRow), start = Start;
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

            MomentTarget[] targets = TargetsOf(node, tile, column);
            if (targets.Length > 0) Put(targets, node.Days, to, new Series(x.Rows + column, x.Stride), tile.Rows);
        }

        double* Buffer(WindowTree.Node node) => scratch + (node.Buffer * _plane * TKind.Arrays);
    }

    private MomentTarget[] TargetsOf(WindowTree.Node node, Tile tile, int column)
    {
        int count = 0;
        foreach (WindowOutput output in outputs) count += output.Days == node.Days ? 1 : 0;
        MomentTarget[] targets = new MomentTarget[count];
        foreach (WindowOutput output in outputs)
        {
            if (output.Days == node.Days) targets[^count--] = new MomentTarget(output, tile.Targets[output.Target].At(column));
        }

        return targets;
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

    /// <summary>All results of one window in one pass, so that what gaps cost is paid once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(MomentTarget[] targets, int window, double* moments, Series x, int rows)
    {
        double w = window, spread = w * ((w * w) - 1) / 12;
        D whole = D.All(1 / w), one = D.All(1), none = D.All(0);
        D wholeSquared = D.All(spread), wholePer = D.All(1 / spread), wholeSince = D.All((w - 1) / 2);
        F days = F.All(window), nan = F.All(float.NaN);
        nint span = (nint)window * block, plane = _plane;
        float* counts = _counts;
        int start = Start;
        float* results = stackalloc float[targets.Length * Lanes<F, D>.Line];
        for (nint r = 0; r < rows; r++)
        {
            D now = D.All((double)(r - start + 1));
            for (int i = 0; i < block; i += F.Width)
            {
                int inLine = i % Lanes<F, D>.Line;
                float* result = results + inLine;
                nint at = (r * block) + i;
                F n = F.Load(counts + at) - F.Load(counts + at - span), value = F.Load(x.Rows + (r * x.Stride) + i);
                bool full = F.AllSet(F.Equal(n, days));
                D nl = F.Lower(n), nu = F.Upper(n), il = whole, iu = whole;
                D ql = wholeSquared, qu = wholeSquared, pl = wholePer, pu = wholePer, tl = wholeSince, tu = wholeSince;
                if (!full)
                {
                    (il, iu) = (one / nl, one / nu);
                    if (TKind.Arrays == 3)
                    {
                        Times(_times + at, _squares + at, span, nl, il, now, w, ref ql, ref pl, ref tl);
                        Times(_times + at + D.Width, _squares + at + D.Width, span, nu, iu, now, w, ref qu, ref pu, ref tu);
                    }
                }

                double* m = moments + at;
                D sl = D.Load(m), su = D.Load(m + D.Width), ml = none, mu = none, cl = none, cu = none;
                if (TKind.Arrays > 1) (ml, mu) = (D.Load(m + plane), D.Load(m + plane + D.Width));
                if (TKind.Arrays > 2) (cl, cu) = (D.Load(m + (2 * plane)), D.Load(m + (2 * plane) + D.Width));
                foreach (MomentTarget target in targets)
                {
                    D lower, upper, fl = none, fu = none;
                    if (target.Result is MomentResult.Std or MomentResult.Variance)
                    {
                        D freedom = D.All(target.Freedom);
                        (fl, fu) = full ? (D.All(1 / (w - target.Freedom)), D.All(1 / (w - target.Freedom))) : (one / (nl - freedom), one / (nu - freedom));
                    }

                    switch (target.Result)
                    {
                        case MomentResult.Sum:
                            (lower, upper) = (sl, su);
                            break;
                        case MomentResult.Mean:
                            (lower, upper) = (sl * il, su * iu);
                            break;
                        case MomentResult.Variance:
                            (lower, upper) = (ml * fl, mu * fu);
                            break;
                        case MomentResult.Std:
                            lower = MomentResults<F, D>.Std.Of(none, ml, none, none, none, fl, none, none, none);
                            upper = MomentResults<F, D>.Std.Of(none, mu, none, none, none, fu, none, none, none);
                            break;
                        case MomentResult.Slope:
                            lower = MomentResults<F, D>.Slope.Of(none, none, cl, none, none, none, none, pl, none);
                            upper = MomentResults<F, D>.Slope.Of(none, none, cu, none, none, none, none, pu, none);
                            break;
                        case MomentResult.RSquared:
                            lower = MomentResults<F, D>.RSquared.Of(none, ml, cl, none, none, none, ql, none, none);
                            upper = MomentResults<F, D>.RSquared.Of(none, mu, cu, none, none, none, qu, none, none);
                            break;
                        default:
                            lower = MomentResults<F, D>.Residual.Of(sl, none, cl, F.Lower(value), il, none, none, pl, tl);
                            upper = MomentResults<F, D>.Residual.Of(su, none, cu, F.Upper(value), iu, none, none, pu, tu);
                            break;
                    }

                    F.Store(result, F.SelectLess(n, F.All(target.Least), nan, F.Narrow(lower, upper)));
                    result += Lanes<F, D>.Line;
                }

                if (inLine + F.Width < Lanes<F, D>.Line) continue;
                for (int k = 0; k < targets.Length; k++) Lanes<F, D>.PutLine(targets[k].Target.Row(r), i - inLine, results + (k * Lanes<F, D>.Line));
            }
        }
    }

    /// <summary>Σ(t − t̄)² of the days present, its inverse, and the days from their mean until now; lanes that are whole keep what they have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Times(double* t, double* t2, nint span, D n, D per, D now, double w, ref D squared, ref D perSquared, ref D since)
    {
        D full = D.Equal(n, D.All(w)), sum = D.Load(t) - D.Load(t - span), square = D.Load(t2) - D.Load(t2 - span);
        D spread = D.Fma(n, square, D.All(0) - (sum * sum)) * per;
        squared = D.Select(full, squared, spread);
        perSquared = D.Select(full, perSquared, D.All(1) / spread);
        since = D.Select(full, since, now - (sum * per));
    }

    private int Start
    {
        get
        {
            int start = Math.Min(0, tree.FirstRow);
            foreach (WindowTree.Node node in tree.Nodes) start = Math.Min(start, node.FirstRow - node.Days + 1);
            return start;
        }
    }
}
