using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AlphaKit.Factors;

/// <summary>
/// Ranks of the buckets with too many values for the comparison of neighbours. Equal values share one number; a few different ones are compared each
/// with all, a vector of them at a time; around a value that is frequent the others are parted into those below and above; what has no such value is spread
/// to buckets again over its own range.
/// </summary>
internal readonly unsafe struct RankCrowds<F, D>(Arena scratch, float divisor)
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    /// <summary>Buckets up to this size cost little whatever they hold.</summary>
    public const int Small = 32;

    /// <summary>Up to so many values are compared each with all.</summary>
    private const int Medium = 64;
    private const int Lanes = RankMap<F, D>.Lanes;

    /// <summary>How many values stand in buckets of more than <see cref="Small"/> and differ from the value that is typical there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Mixed(float* sorted, short* ends, int rows)
    {
        int mixed = 0;
        Vector256<short> limit = Vector256.Create((short)Small);
        for (short* row = ends, last = ends + (rows * Lanes); row < last; row += Lanes)
        {
            if (!Vector256.GreaterThanAny(Vector256.Load(row) - Vector256.Load(row - Lanes), limit)) continue;
            for (int c = 0; c < Lanes; c++)
            {
                int start = row[c - Lanes], length = row[c] - start;
                if (length > Small) mixed += length - Equal(sorted + start, length, Typical(sorted + start, length));
            }
        }

        return mixed;
    }

    /// <summary>Writes the percentiles of all large buckets; returns how many values the last spreading left in crowds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Rank(float* sorted, short* ends, int rows, int first, float* ranks, int again)
    {
        int left = 0;
        Vector256<short> limit = Vector256.Create((short)(RankNeighbours<F, D>.Most + 1));
        for (short* row = ends, last = ends + (rows * Lanes); row < last; row += Lanes)
        {
            if (!Vector256.GreaterThanAny(Vector256.Load(row) - Vector256.Load(row - Lanes), limit)) continue;
            for (int c = 0; c < Lanes; c++)
            {
                int start = row[c - Lanes], length = row[c] - start;
                if (length > RankNeighbours<F, D>.Most + 1) left += Rank(sorted + start, length, first + (2 * start), ranks + start, again);
            }
        }

        return left;
    }

    private int Rank(float* values, int length, int first, float* ranks, int again)
    {
        float typical = Typical(values, length);
        int equal = Equal(values, length, typical);
        if (equal == length)
        {
            new Span<float>(ranks, length).Fill((first + length + 1) / divisor);
            return 0;
        }

        if (length <= Medium)
        {
            Compare(values, length, first, ranks);
            return 0;
        }

        if (equal > length / 4) return Part(values, length, typical, first, ranks, again);
        if (again > 0) return Spread(values, length, first, ranks, again - 1);
        SortedRanks.Of(scratch, values, length, length, ranks, length, first, divisor);
        return length;
    }

    /// <summary>The middle one of three.</summary>
    private static float Typical(float* values, int length)
    {
        float a = values[0], b = values[length / 2], c = values[length - 1];
        return Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Equal(float* values, int length, float value)
    {
        int number = 0, j = 0;
        F all = F.All(value);
        for (; j <= length - F.Width; j += F.Width) number += BitOperations.PopCount(F.Bits(F.Equal(F.Load(values + j), all)));
        for (; j < length; j++) number += values[j] == value ? 1 : 0;
        return number;
    }

    /// <summary>Each with all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare(float* values, int length, int first, float* ranks)
    {
        F by = F.All(divisor), none = F.All(first + 1), zero = F.All(0f);
        float* last = stackalloc float[F.Width];
        for (int j = 0; j < length; j += F.Width)
        {
            // Behind the last value stand others; what they get here is not used.
            F value = F.Load(values + j), below = zero, notAbove = zero;
            for (int k = 0; k < length; k++)
            {
                F other = F.All(values[k]);
                below = F.CountLess(other, value, below);
                notAbove = F.CountLessOrEqual(other, value, notAbove);
            }

            F rank = (none + F.Counted(below) + F.Counted(notAbove)) / by;
            if (j + F.Width <= length)
            {
                F.Store(ranks + j, rank);
                continue;
            }

            F.Store(last, rank);
            for (int k = j; k < length; k++) ranks[k] = last[k - j];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Part(float* values, int length, float typical, int first, float* ranks, int again)
    {
        float* below = scratch.Take<float>(length + F.Width), above = scratch.Take<float>(length + F.Width);
        int* belowAt = scratch.Take<int>(length), aboveAt = scratch.Take<int>(length);
        int low = 0, high = 0;
        for (int i = 0; i < length; i++)
        {
            float value = values[i];
            below[low] = above[high] = value;
            belowAt[low] = aboveAt[high] = i;
            low += value < typical ? 1 : 0;
            high += value > typical ? 1 : 0;
        }

        int notAbove = length - high;
        new Span<float>(ranks, length).Fill((first + low + notAbove + 1) / divisor);
        return Put(below, belowAt, low, first, ranks, again) + Put(above, aboveAt, high, first + (2 * notAbove), ranks, again);
    }

    private int Put(float* values, int* at, int length, int first, float* ranks, int again)
    {
        if (length == 0) return 0;
        float* own = scratch.Take<float>(length);
        int left = Rank(values, length, first, own, again);
        for (int i = 0; i < length; i++) ranks[at[i]] = own[i];
        return left;
    }

    /// <summary>Like a row of its own.</summary>
    private int Spread(float* values, int length, int first, float* ranks, int again)
    {
        int padded = (length + 15) & ~15;
        float* row = scratch.Take<float>(padded);
        new ReadOnlySpan<float>(values, length).CopyTo(new Span<float>(row, length));
        new Span<float>(row + length, padded - length).Fill(float.NaN);
        RankRange range = RankRanges<F, D>.Of(row, padded);
        RankBuckets<F, D> buckets = new(scratch, row, padded, length);
        buckets.Spread(range.CanBeLinear ? RankWay.Linear : RankWay.Logarithmic, range);
        return buckets.Rank(ranks, length, first, divisor, again);
    }
}
