using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Rank of today's value in its window, equal values sharing the mean of their ranks, divided by the number present. Exact: every earlier day
/// is compared, windows over one series share the comparisons. NaN where today's value is. Cost: about 0.05 ns per element and day of the longest window.
/// </summary>
internal sealed unsafe class TimeRankKernel<F, D> : Kernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    private readonly WindowOutput[] _outputs;

    public TimeRankKernel(WindowOutput[] outputs) => _outputs = [.. outputs.OrderBy(o => o.Days)];

    public override void Run(Tile tile)
    {
        tile.Scratch.Reset();
        Series x = tile.Inputs[0];
        int longest = _outputs[^1].Days;
        float* counts = tile.Complete[0] ? null : PresentCounts<F, D>.Of(tile, x, default, 0, tile.Columns, 1 - longest);
        Run(tile, x, counts);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(Tile tile, Series x, float* counts)
    {
        F one = F.All(1f), half = F.All(0.5f), nan = F.All(float.NaN);
        int block = tile.Columns;
        float* results = stackalloc float[_outputs.Length * Lanes<F, D>.Line];
        for (int r = 0; r < tile.Rows; r++)
        {
            for (int i = 0; i < block; i += F.Width)
            {
                int inLine = i % Lanes<F, D>.Line;
                float* at = x.Rows + (r * x.Stride) + i, back = at - x.Stride, result = results + inLine;
                F today = F.Load(at), below = F.All(0f), notAbove = below;
                int day = 1;
                foreach (WindowOutput output in _outputs)
                {
                    for (; day < output.Days; day++, back -= x.Stride)
                    {
                        F value = F.Load(back);
                        below = F.CountWhere(F.Less(value, today), below);
                        notAbove = F.CountWhere(F.LessOrEqual(value, today), notAbove);
                    }

                    F rank = ((below + notAbove) * half) + one, n = F.All(output.Days);
                    if (counts != null)
                    {
                        float* count = counts + ((nint)r * block) + i;
                        n = F.Load(count) - F.Load(count - ((nint)output.Days * block));
                        rank = F.Select(F.Less(n, F.All(output.Minimum)) | ~F.Equal(today, today), nan, rank);
                    }

                    F.Store(result, rank / n);
                    result += Lanes<F, D>.Line;
                }

                if (inLine + F.Width < Lanes<F, D>.Line) continue;
                for (int k = 0; k < _outputs.Length; k++)
                    Lanes<F, D>.PutLine(tile.Targets[_outputs[k].Target].Row(r), i - inLine, results + (k * Lanes<F, D>.Line));
            }
        }
    }
}
