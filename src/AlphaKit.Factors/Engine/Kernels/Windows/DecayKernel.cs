using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Mean of the values present with weights 1 on the window's oldest day to days on the newest, summed in double precision from the oldest on.
/// Cost: about 0.05 ns per element and day of the window.
/// </summary>
internal sealed unsafe class DecayKernel<F, D>(int days, int minimum) : Kernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    public override void Run(Tile tile)
    {
        if (tile.Complete[0] || minimum == days) Whole(tile);
        else Gaps(tile);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Whole(Tile tile)
    {
        Series x = tile.Inputs[0];
        Target target = tile.Targets[0];
        D share = D.All(1 / (days * (days + 1.0) / 2)), one = D.All(1);
        for (int r = 0; r < tile.Rows; r++)
        {
            TargetRow to = target.Row(r);
            for (int i = 0; i < tile.Columns; i += F.Width)
            {
                float* from = x.Rows + ((r - days + 1) * x.Stride) + i;
                D lower = D.All(0), upper = lower, weight = lower;
                for (int k = 0; k < days; k++, from += x.Stride)
                {
                    F value = F.Load(from);
                    weight += one;
                    lower = D.Fma(F.Lower(value), weight, lower);
                    upper = D.Fma(F.Upper(value), weight, upper);
                }

                Lanes<F, D>.Put(to, i, F.Narrow(lower * share, upper * share));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gaps(Tile tile)
    {
        Series x = tile.Inputs[0];
        Target target = tile.Targets[0];
        double all = days * (days + 1.0) / 2;
        D whole = D.All(all), share = D.All(1 / all), one = D.All(1);
        F least = F.All(minimum), nan = F.All(float.NaN), mark = F.All(1f);
        for (int r = 0; r < tile.Rows; r++)
        {
            TargetRow to = target.Row(r);
            for (int i = 0; i < tile.Columns; i += F.Width)
            {
                float* from = x.Rows + ((r - days + 1) * x.Stride) + i;
                D lower = D.All(0), upper = lower, weight = lower, lowerWeights = lower, upperWeights = lower;
                F n = F.All(0f);
                for (int k = 0; k < days; k++, from += x.Stride)
                {
                    F value = F.Load(from), here = F.Equal(value, value), present = here & mark;
                    value &= here;
                    n += present;
                    weight += one;
                    lower = D.Fma(F.Lower(value), weight, lower);
                    upper = D.Fma(F.Upper(value), weight, upper);
                    lowerWeights = D.Fma(F.Lower(present), weight, lowerWeights);
                    upperWeights = D.Fma(F.Upper(present), weight, upperWeights);
                }

                D a = lower * D.Select(D.Equal(lowerWeights, whole), share, one / lowerWeights);
                D b = upper * D.Select(D.Equal(upperWeights, whole), share, one / upperWeights);
                Lanes<F, D>.Put(to, i, F.SelectLess(n, least, nan, F.Narrow(a, b)));
            }
        }
    }
}
