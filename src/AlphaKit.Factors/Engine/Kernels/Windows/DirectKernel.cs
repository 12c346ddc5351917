using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Windows that are computed from their values one by one, in double precision and from the oldest day to the newest; missing values stand as
/// zeros with a mark. Cost: about 0.3 ns per element and day of the window.
/// </summary>
internal sealed unsafe class DirectKernel<F, D, TStatistic>(int days, int minimum) : Kernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
    where TStatistic : struct, IDirectStatistic
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(Tile tile)
    {
        tile.Scratch.Reset();
        Series x = tile.Inputs[0];
        double* values = tile.Scratch.Take<double>((nint)days * F.Width), present = tile.Scratch.Take<double>((nint)days * F.Width);
        F one = F.All(1f), least = F.All(minimum), nan = F.All(float.NaN);
        for (int r = 0; r < tile.Rows; r++)
        {
            for (int i = 0; i < tile.Columns; i += F.Width)
            {
                F n = F.All(0f);
                float* from = x.Rows + ((r - days + 1) * x.Stride) + i;
                for (int k = 0; k < days; k++, from += x.Stride)
                {
                    F value = F.Load(from), here = F.Equal(value, value), mark = here & one;
                    value &= here;
                    n += mark;
                    D.Store(values + (k * F.Width), F.Lower(value));
                    D.Store(values + (k * F.Width) + D.Width, F.Upper(value));
                    D.Store(present + (k * F.Width), F.Lower(mark));
                    D.Store(present + (k * F.Width) + D.Width, F.Upper(mark));
                }

                D lower = TStatistic.Of(values, present, F.Width, days, F.Lower(n));
                D upper = TStatistic.Of(values + D.Width, present + D.Width, F.Width, days, F.Upper(n));
                Lanes<F, D>.Put(tile.Targets[0], r, i, F.Select(F.Less(n, least), nan, F.Narrow(lower, upper)));
            }
        }
    }
}

/// <summary>A statistic of days values, the oldest first, stride apart; n of them marked present, the others zero.</summary>
internal unsafe interface IDirectStatistic
{
    static abstract D Of<D>(double* values, double* present, int stride, int days, D n)
        where D : unmanaged, IDoubles<D>;
}
