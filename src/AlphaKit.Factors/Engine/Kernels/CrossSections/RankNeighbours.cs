using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Ranks of values in bucket order, a vector of neighbouring places at a time. With no bucket above m + 1 values, all that is smaller than the value at
/// place j stands before j + m and everything before j − m is smaller: the number below is j − m plus the comparisons with m neighbours on each side,
/// and so is the number not above. 4·m comparisons per vector.
/// </summary>
internal static unsafe class RankNeighbours<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    /// <summary>The most neighbours on a side.</summary>
    public const int Most = 12;

    /// <summary>Floats of memory needed before the first value.</summary>
    public const int Before = 16;

    /// <summary>Floats of memory needed behind the padded row.</summary>
    public const int Behind = 32;

    /// <summary>Writes (below + not above + 1 + first) ÷ divisor for each place, NaN for the places behind the present.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rank(float* sorted, int present, int padded, int neighbours, int first, float divisor, float* ranks)
    {
        new Span<float>(sorted - Before, Before).Fill(float.NegativeInfinity);
        new Span<float>(sorted + present, padded + Behind - present).Fill(float.NaN);
        F by = F.All(divisor), zero = F.All(0f);
        float* ramp = stackalloc float[F.Width];
        for (int k = 0; k < F.Width; k++) ramp[k] = first + (2 * (k - neighbours + 1));
        F places = F.Load(ramp), step = F.All(2f * F.Width);
        for (int j = 0; j < present; j += F.Width)
        {
            F value = F.Load(sorted + j), before = zero, behind = zero;
            for (int d = 1; d <= neighbours; d++)
            {
                F left = F.Load(sorted + j - d), right = F.Load(sorted + j + d);
                before = F.CountLessOrEqual(left, value, F.CountLess(left, value, before));
                behind = F.CountLessOrEqual(right, value, F.CountLess(right, value, behind));
            }

            F.Store(ranks + j, (places + F.Counted(before) + F.Counted(behind)) / by);
            places += step;
        }

        new Span<float>(ranks + present, padded - present).Fill(float.NaN);
    }
}
