using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace AlphaKit.Factors;

/// <summary>
/// Brings a series into the tile; what is not finite becomes NaN. Its rows lie a whole market apart, which the processor does not foresee: the lines
/// of later rows are asked for ahead of time. Cost: about 0.5 ns per element with memory's own pace behind it.
/// </summary>
internal sealed unsafe class LoadKernel<F, D> : Kernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    private const int RowsAhead = 6;
    private const int FloatsPerLine = 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(Tile tile)
    {
        Series x = tile.Inputs[0];
        Target target = tile.Targets[0];
        for (int r = 0; r < tile.Rows; r++)
        {
            float* from = x.Rows + (r * x.Stride), ahead = from + (RowsAhead * x.Stride), to = target.Rows + (r * target.Stride);
            if (Sse.IsSupported)
            {
                for (int i = 0; i < tile.Columns; i += FloatsPerLine) Sse.Prefetch0(ahead + i);
            }

            for (int i = 0; i < tile.Columns; i += F.Width) F.Store(to + i, Lanes<F, D>.Finite(F.Load(from + i)));
        }
    }
}
