using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>One element operation over a tile; about 0.1 ns per element from the second-level cache.</summary>
internal sealed unsafe class ElementKernel<F, D, TOperation>(IReadOnlyList<double> parameters) : Kernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
    where TOperation : struct, IElementOperation
{
    private readonly float _p = parameters.Count > 0 ? (float)parameters[0] : 0;
    private readonly float _q = parameters.Count > 1 ? (float)parameters[1] : 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(Tile tile)
    {
        F p = F.All(_p), q = F.All(_q);
        Target target = tile.Targets[0];
        Series x = tile.Inputs[0], y = TOperation.Inputs > 1 ? tile.Inputs[1] : x, z = TOperation.Inputs > 2 ? tile.Inputs[2] : x;
        int columns = tile.Columns, rows = tile.Rows;
        if (!target.Streams && x.Stride == columns && y.Stride == columns && z.Stride == columns && target.Stride == columns)
        {
            // One slot after the other in memory: a single row.
            columns *= rows;
            rows = 1;
        }

        for (int r = 0; r < rows; r++)
        {
            float* a = x.Rows + (r * x.Stride), b = y.Rows + (r * y.Stride), c = z.Rows + (r * z.Stride), to = target.Rows + (r * target.Stride);
            if (target.Streams)
            {
                for (int i = 0; i < columns; i += F.Width) F.Stream(to + i, Value(a, b, c, i, p, q));
            }
            else
            {
                for (int i = 0; i < columns; i += F.Width) F.Store(to + i, Value(a, b, c, i, p, q));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static F Value(float* a, float* b, float* c, int i, F p, F q)
    {
        F x = F.Load(a + i);
        F value = TOperation.Apply<F, D>(x, TOperation.Inputs > 1 ? F.Load(b + i) : x, TOperation.Inputs > 2 ? F.Load(c + i) : x, p, q);
        return TOperation.IsFinite ? value : Lanes<F, D>.Finite(value);
    }
}
