using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Where in its window the largest or smallest value stands, counted from 1 at the oldest day; of equal values the oldest. Grown as in
/// <see cref="ExtremeKernel{F, D}"/> with the row carried along. Missing values never win. Cost: about 0.2 ns per element and step.
/// </summary>
internal sealed unsafe class ArgExtremeKernel<F, D>(WindowOutput[] outputs, bool largest) : Kernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    private readonly ExtremeChain _chain = new(outputs);

    public override void Run(Tile tile)
    {
        tile.Scratch.Reset();
        Series x = tile.Inputs[0];
        int block = tile.Columns, start = 1 - WindowOutput.Longest(outputs);
        float* counts = null;
        if (!tile.Complete[0])
        {
            counts = PresentCounts<F, D>.Of(tile, x, default, 0, block, start);
            x = new Series(PresentCounts<F, D>.Filled(tile, x, default, 0, block, start, largest ? float.NegativeInfinity : float.PositiveInfinity), block);
        }

        nint size = (nint)(tile.Rows - start) * block, offset = (nint)start * block;
        float* values = tile.Scratch.Take<float>(size) - offset, values2 = tile.Scratch.Take<float>(size) - offset;
        float* rows = tile.Scratch.Take<float>(size) - offset, rows2 = tile.Scratch.Take<float>(size) - offset;
        Series current = x;
        for (int r = start; r < tile.Rows; r++) new Span<float>(rows2 + ((nint)r * block), block).Fill(r);
        Emit(tile, rows2, 1, counts, block);
        (int First, int Last)[][] spans = _chain.SpansFor(tile.Rows);
        for (int k = 0; k < spans.Length; k++)
        {
            (int days, int lag) = _chain.Links[k];
            foreach ((int first, int last) in spans[k])
            {
                if (largest) Grow<LargerWins>(current, rows2, values, rows, lag, first, last, block);
                else Grow<SmallerWins>(current, rows2, values, rows, lag, first, last, block);
            }

            current = new Series(values, block);
            float* swap = values;
            values = values2;
            values2 = swap;
            swap = rows;
            rows = rows2;
            rows2 = swap;
            Emit(tile, rows2, days, counts, block);
        }
    }

    private void Emit(Tile tile, float* rows, int days, float* counts, int block)
    {
        foreach (WindowOutput output in outputs)
        {
            if (output.Days == days) Put(rows, output, tile.Targets[output.Target], counts, tile.Rows, block);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Grow<TOrder>(Series x, float* xRows, float* to, float* toRows, int lag, int first, int rows, int block)
        where TOrder : struct, IOrder
    {
        nint back = (nint)lag * block;
        for (nint r = first; r < rows; r++)
        {
            float* newer = x.Rows + (r * x.Stride), older = newer - (lag * x.Stride);
            for (int i = 0; i < block; i += F.Width)
            {
                nint at = (r * block) + i;
                F a = F.Load(older + i), b = F.Load(newer + i), newerWins = TOrder.Beats(b, a);
                F.Store(to + at, F.Select(newerWins, b, a));
                F.Store(toRows + at, F.Select(newerWins, F.Load(xRows + at), F.Load(xRows + at - back)));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Put(float* extremes, WindowOutput output, Target target, float* counts, int rows, int block)
    {
        F least = F.All(output.Minimum), nan = F.All(float.NaN);
        nint span = (nint)output.Days * block;
        for (int r = 0; r < rows; r++)
        {
            F shift = F.All((float)(output.Days - r));
            TargetRow to = target.Row(r);
            for (int i = 0; i < block; i += F.Width)
            {
                nint at = ((nint)r * block) + i;
                F value = F.Load(extremes + at) + shift;
                if (counts != null) value = F.SelectLess(F.Load(counts + at) - F.Load(counts + at - span), least, nan, value);
                Lanes<F, D>.Put(to, i, value);
            }
        }
    }

    private interface IOrder
    {
        static abstract F Beats(F newer, F older);
    }

    private readonly struct LargerWins : IOrder
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static F Beats(F newer, F older) => F.Less(older, newer);
    }

    private readonly struct SmallerWins : IOrder
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static F Beats(F newer, F older) => F.Less(newer, older);
    }
}
