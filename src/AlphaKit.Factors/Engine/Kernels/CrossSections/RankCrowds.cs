using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AlphaKit.Factors;

/// <summary>
/// Ranks of the buckets with too many values for the comparison of neighbours. Equal values share one number; a few different ones are compared each
/// with all, a vector of them at a time; more are parted by a typical value into those below, equal, and above, and the outer two ranked likewise.
/// </summary>
internal static unsafe class RankCrowds<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    /// <summary>Buckets up to this size cost little whatever they hold.</summary>
    public const int Small = 32;

    /// <summary>Up to so many values are compared each with all.</summary>
    private const int Medium = 64;

    /// <summary>Partings before the rest is sorted: more than even ones of the largest row need.</summary>
    private const int Deepest = 24;
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

    /// <summary>Writes the percentiles of all large buckets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rank(Arena scratch, float* sorted, short* ends, int rows, float divisor, float* ranks)
    {
        Vector256<short> limit = Vector256.Create((short)(RankNeighbours<F, D>.Most + 1));
        for (short* row = ends, last = ends + (rows * Lanes); row < last; row += Lanes)
        {
            if (!Vector256.GreaterThanAny(Vector256.Load(row) - Vector256.Load(row - Lanes), limit)) continue;
            for (int c = 0; c < Lanes; c++)
            {
                int start = row[c - Lanes], length = row[c] - start;
                if (length > RankNeighbours<F, D>.Most + 1) Rank(scratch, sorted + start, length, 2 * start, divisor, ranks + start, Deepest);
            }
        }
    }

    private static void Rank(Arena scratch, float* values, int length, int twiceStart, float divisor, float* ranks, int depth)
    {
        float typical = Typical(values, length);
        if (Equal(values, length, typical) == length) new Span<float>(ranks, length).Fill((twiceStart + length + 1) / divisor);
        else if (length <= Medium) Compare(values, length, twiceStart, divisor, ranks);
        else if (depth == 0) SortedRanks.Of(scratch, values, length, length, ranks, length, twiceStart, divisor);
        else Part(scratch, values, length, typical, twiceStart, divisor, ranks, depth);
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
    private static void Compare(float* values, int length, int twiceStart, float divisor, float* ranks)
    {
        F by = F.All(divisor), first = F.All(twiceStart + 1), zero = F.All(0f);
        float* last = stackalloc float[F.Width];
        for (int j = 0; j < length; j += F.Width)
        {
            // Behind the last value of the bucket stand others; what they get here is not used.
            F value = F.Load(values + j), below = zero, notAbove = zero;
            for (int k = 0; k < length; k++)
            {
                F other = F.All(values[k]);
                below = F.CountLess(other, value, below);
                notAbove = F.CountLessOrEqual(other, value, notAbove);
            }

            F rank = (first + F.Counted(below) + F.Counted(notAbove)) / by;
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
    private static void Part(Arena scratch, float* values, int length, float typical, int twiceStart, float divisor, float* ranks, int depth)
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
        new Span<float>(ranks, length).Fill((twiceStart + low + notAbove + 1) / divisor);
        Put(scratch, below, belowAt, low, twiceStart, divisor, ranks, depth - 1);
        Put(scratch, above, aboveAt, high, twiceStart + (2 * notAbove), divisor, ranks, depth - 1);
    }

    private static void Put(Arena scratch, float* values, int* at, int length, int twiceStart, float divisor, float* ranks, int depth)
    {
        if (length == 0) return;
        float* own = scratch.Take<float>(length);
        Rank(scratch, values, length, twiceStart, divisor, own, depth);
        for (int i = 0; i < length; i++) ranks[at[i]] = own[i];
    }
}
