using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// The moments of <see cref="MomentKernel{F, D}"/> where values are missing: they count as zeros, and the numbers present take the place of
/// the lengths. With u = n_a·T_b − n_b·T_a for the times T: C = C_a + C_b + e·u/(n_a·n_b·n). The weight 1/(n_a·n_b·n) of a part
/// with gaps is rounded to a float (6e-8 of one non-negative term); of whole parts it is the constant of the whole window.
/// </summary>
internal sealed unsafe class MomentGaps<F, D>(WindowOutput[] outputs, WindowTree tree, int kinds, int block)
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
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
        if (kinds == 3) SumTimes(tile, start);
        _plane = (nint)(tile.Rows - first) * block;
        double* scratch = tile.Scratch.Take<double>(_plane * kinds * tree.Buffers) - ((nint)first * block);
        foreach (WindowTree.Node node in tree.Nodes)
        {
            double* to = Buffer(node), newer = node.Newer < 0 ? null : Buffer(tree.Nodes[node.Newer]);
            double* older = node.Older < 0 ? null : Buffer(tree.Nodes[node.Older]);
            if (node.Days == 1) Single(to, tile.Rows);
            else Merge(node, older, newer, to, tile.Rows);
            foreach (WindowOutput output in outputs)
            {
                if (!tree.Nodes[tree[output.Days]].Equals(node)) continue;
                Target target = tile.Targets[output.Target];
                target = new Target(target.Rows + column, target.Stride, target.Streams);
                Series raw = new(x.Rows + column, x.Stride);
                Put(output, to, raw, target, tile.Rows);
            }
        }

        double* Buffer(WindowTree.Node node) => scratch + (node.Buffer * _plane * kinds);
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
            for (int k = 1; k < kinds; k++)
            {
                D.Store(to + (k * _plane) + at, D.All(0));
                D.Store(to + (k * _plane) + at + D.Width, D.All(0));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Merge(WindowTree.Node node, double* older, double* newer, double* to, int rows)
    {
        float wa = node.Days - node.NewerDays, wb = node.NewerDays;
        F wholeA = F.All(wa), wholeB = F.All(wb), zero = F.All(0f), one = F.All(1f);
        D whole = D.All(1 / ((double)wa * wb * ((double)wa + wb))), half = D.All(0.5);
        nint lagBlock = (nint)node.NewerDays * block, span = (nint)node.Days * block, plane = _plane;
        for (nint at = (nint)node.FirstRow * block; at < (nint)rows * block; at += F.Width)
        {
            F middle = F.Load(_counts + at - lagBlock), na = middle - F.Load(_counts + at - span), nb = F.Load(_counts + at) - middle;
            F full = F.Equal(na, wholeA) & F.Equal(nb, wholeB);
            bool allFull = kinds == 1 || F.AllSet(full);
            F product = na * nb * (na + nb), weight = allFull ? zero : F.Select(F.Equal(product, zero), zero, one / product);
            F xa = older == null ? F.Load(_x + at - lagBlock) : zero, xb = newer == null ? F.Load(_x + at) : zero;
            Half(at, F.Lower(xa), F.Lower(xb), F.Lower(na), F.Lower(nb), F.Lower(full & one), F.Lower(weight), allFull);
            Half(at + D.Width, F.Upper(xa), F.Upper(xb), F.Upper(na), F.Upper(nb), F.Upper(full & one), F.Upper(weight), allFull);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Half(nint at, D xa, D xb, D na, D nb, D isFull, D weight, bool allFull)
        {
            D sa = older == null ? xa : D.Load(older + at - lagBlock), sb = newer == null ? xb : D.Load(newer + at);
            D.Store(to + at, sa + sb);
            if (kinds == 1) return;
            D e = D.Fma(na, sb, (D.All(0) - nb) * sa), m = D.All(0), c = m;
            if (older != null)
            {
                m = D.Load(older + plane + at - lagBlock);
                if (kinds == 3) c = D.Load(older + (2 * plane) + at - lagBlock);
            }

            if (newer != null)
            {
                m += D.Load(newer + plane + at);
                if (kinds == 3) c += D.Load(newer + (2 * plane) + at);
            }

            D full = D.Equal(isFull, D.All(1)), g = allFull ? whole : D.Select(full, whole, weight);
            D.Store(to + plane + at, D.Fma(e * e, g, m));
            if (kinds == 2) return;
            D factor = half;
            if (!allFull)
            {
                D between = D.Load(_times + at - lagBlock), ta = between - D.Load(_times + at - span), tb = D.Load(_times + at) - between;
                factor = D.Select(full, half, D.Fma(na, tb, (D.All(0) - nb) * ta) * weight);
            }

            D.Store(to + (2 * plane) + at, D.Fma(e, factor, c));
        }
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
        for (nint r = 0; r < rows; r++)
        {
            for (int i = 0; i < block; i += F.Width)
            {
                nint at = (r * block) + i;
                F n = F.Load(_counts + at) - F.Load(_counts + at - span), full = F.Equal(n, days);
                bool allFull = F.AllSet(full);
                F value = TResult.NeedsValue ? F.Load(x.Rows + (r * x.Stride) + i) : default;
                D lower = Half(at, F.Lower(n), F.Lower(value), allFull), upper = Half(at + D.Width, F.Upper(n), F.Upper(value), allFull);
                F result = F.Narrow(lower, upper);
                Lanes<F, D>.Put(target, (int)r, i, F.Select(F.Less(n, least), nan, result));
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        D Half(nint at, D n, D value, bool allFull)
        {
            D s = TResult.NeedsSum ? D.Load(moments + at) : default, m = TResult.NeedsSquares ? D.Load(moments + plane + at) : default;
            D c = TResult.NeedsTrend ? D.Load(moments + (2 * plane) + at) : default;
            if (allFull) return TResult.Of(s, m, c, value, inverse, freedom, times, perTimes, back);
            D full = D.Equal(n, D.All(w)), one = D.All(1), per = one / n, squared = times, perSquared = perTimes, since = back;
            if (TResult.NeedsTrend)
            {
                D sum = D.Load(_times + at) - D.Load(_times + at - span), squares = D.Load(_squares + at) - D.Load(_squares + at - span);
                D spread = D.Fma(n, squares, D.All(0) - (sum * sum)) * per, now = D.All((at / block) - Start + 1);
                squared = D.Select(full, times, spread);
                perSquared = D.Select(full, perTimes, one / spread);
                since = D.Select(full, back, now - (sum * per));
            }

            return TResult.Of(
                s, m, c, value,
                D.Select(full, inverse, per),
                D.Select(full, freedom, one / (n - D.All(output.Freedom))),
                squared,
                perSquared,
                since);
        }
    }

    private int Start => Math.Min(Math.Min(0, tree.FirstRow), tree.Nodes.Min(node => node.FirstRow - node.Days + 1));
}
