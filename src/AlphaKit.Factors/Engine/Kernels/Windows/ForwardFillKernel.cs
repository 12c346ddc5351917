using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>The latest value present among today and the days before. Cost: about 0.2 ns per element.</summary>
internal sealed unsafe class ForwardFillKernel<F, D>(int days) : Kernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(Tile tile)
    {
        Series x = tile.Inputs[0];
        F one = F.All(1f), longest = F.All(days), nan = F.All(float.NaN);
        for (int i = 0; i < tile.Columns; i += F.Width)
        {
            F last = nan, age = F.All(0f);
            for (int r = -days; r < tile.Rows; r++)
            {
                F value = F.Load(x.Rows + (r * x.Stride) + i), present = F.Equal(value, value);
                last = F.Select(present, value, last);
                age = F.Select(present, F.All(0f), age + one);
                if (r >= 0) Lanes<F, D>.Put(tile.Targets[0], r, i, F.Select(F.LessOrEqual(age, longest), last, nan));
            }
        }
    }
}
