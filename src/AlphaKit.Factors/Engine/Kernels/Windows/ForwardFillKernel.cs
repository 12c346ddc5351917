using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>The latest value present among today and the days before, and how long ago it was, carried down the rows. Cost: about 0.2 ns per element.</summary>
internal sealed unsafe class ForwardFillKernel<F, D>(int days) : Kernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(Tile tile)
    {
        tile.Scratch.Reset();
        Series x = tile.Inputs[0];
        Target target = tile.Targets[0];
        F zero = F.All(0f), one = F.All(1f), longest = F.All(days), nan = F.All(float.NaN);
        float* latest = tile.Scratch.Take<float>(tile.Columns), ages = tile.Scratch.Take<float>(tile.Columns);
        new Span<float>(latest, tile.Columns).Fill(float.NaN);
        new Span<float>(ages, tile.Columns).Clear();
        for (int r = -days; r < tile.Rows; r++)
        {
            float* from = x.Rows + (r * x.Stride);
            TargetRow to = r < 0 ? default : target.Row(r);
            for (int i = 0; i < tile.Columns; i += F.Width)
            {
                F value = F.Load(from + i), present = F.Equal(value, value);
                F last = F.Select(present, value, F.Load(latest + i)), age = F.Select(present, zero, F.Load(ages + i) + one);
                F.Store(latest + i, last);
                F.Store(ages + i, age);
                if (r >= 0) Lanes<F, D>.Put(to, i, F.Select(F.LessOrEqual(age, longest), last, nan));
            }
        }
    }
}
