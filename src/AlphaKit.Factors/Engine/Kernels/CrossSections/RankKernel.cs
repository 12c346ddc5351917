using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Rank among the present, ties sharing the mean of their ranks, divided by their number. Exact and without sorting: a monotone map sends
/// the values to about twice as many buckets as there are values, they are scattered to bucket order, and a value's rank is its place there
/// set right by comparison with its few neighbours, a vector of places at a time. Heavy tails get a map that is logarithmic away from zero;
/// crowded buckets are ranked by themselves, in the end like rows of their own; the row after one that stayed crowded is sorted. The next row of
/// a series begins with the way that served this one. The quotient is a true division: equal percentiles of days with different numbers stay
/// equal. Cost: 4–7 ns per symbol, of which counting and scattering take half; up to 20 where most values stand in crowds.
/// </summary>
internal sealed unsafe class RankKernel<F, D> : CrossKernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    /// <summary>The most values that bucket memory, which counts in 16 bits, can take.</summary>
    private const int MostInBuckets = short.MaxValue;

    /// <summary>How often a crowded bucket is spread again before its values are sorted.</summary>
    private const int Again = 2;

    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* values = row.Present(0);
        row.Hint = Of(row.Scratch, values, row.Padded, row.Hint, row.Output, row.Count);
    }

    /// <summary>Replaces the values, finite or NaN, by their percentiles; NaN stays and does not count. Returns the hint for the next row of the series.</summary>
    public static RankHint Of(Arena scratch, float* x, int padded, RankHint hint = default) => Of(scratch, x, padded, hint, x, padded);

    /// <summary>Writes the percentiles of the padded row x to <paramref name="count"/> places of a row that need not be padded, or x itself.</summary>
    private static RankHint Of(Arena scratch, float* x, int padded, RankHint hint, float* result, int count)
    {
        RankRange range = RankRanges<F, D>.Of(x, padded);
        if (range.Present == 0 || range.Least == range.Most)
        {
            float same = (range.Present + 1) / (2f * range.Present);
            Fill(x, result, count, same);
            return hint;
        }

        if (hint is { Way: RankWay.Sorted, Rows: > 0 } || padded > MostInBuckets)
        {
            SortedRanks.Of(scratch, x, padded, range.Present, result, count, 0, 2f * range.Present);
            return hint.Next();
        }

        RankBuckets<F, D> buckets = new(scratch, x, padded, range.Present);
        RankWay way = range.CanBeLinear && hint.Way != RankWay.Logarithmic ? RankWay.Linear : RankWay.Logarithmic;
        int mixed = buckets.Spread(way, range);
        hint = hint.Next();
        if (mixed > range.Present / 16 && hint.Rows == 0)
        {
            RankWay other = way == RankWay.Linear ? RankWay.Logarithmic : RankWay.Linear;
            bool hasOther = other == RankWay.Logarithmic || range.CanBeLinear;
            int otherMixed = hasOther ? buckets.Spread(other, range) : int.MaxValue;
            if (otherMixed < mixed) way = other;
            else if (hasOther) buckets.Spread(way, range); // the first again: the buckets hold the other
            hint = new RankHint(way, RankHint.Kept);
        }

        int left = buckets.Rank(result, count, 0, 2f * range.Present, Again);
        return left > range.Present / 8 ? new RankHint(RankWay.Sorted, RankHint.Kept) : hint with { Way = way };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(float* x, float* result, int count, float percentile)
    {
        F same = F.All(percentile), missing = F.All(float.NaN);
        int i = 0;
        for (; i <= count - F.Width; i += F.Width)
        {
            F value = F.Load(x + i);
            F.Store(result + i, F.Select(F.Equal(value, value), same, missing));
        }

        for (; i < count; i++) result[i] = float.IsNaN(x[i]) ? float.NaN : percentile;
    }
}
