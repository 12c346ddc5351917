using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AlphaKit.Factors;

/// <summary>
/// A row in bucket order. Values are counted into buckets, the sums of the counts are the starts of the buckets, and each value goes to the next free
/// place of its own. Counts are 16 bits wide to keep the table in the first cache.
/// </summary>
internal readonly unsafe struct RankBuckets<F, D>
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    /// <summary>Buckets per value: with more the sums take longer, with fewer the comparisons.</summary>
    private const int PerValue = 2;
    private const int Lanes = RankMap<F, D>.Lanes;
    private readonly Arena _scratch;
    private readonly float* _values;
    private readonly int _padded;
    private readonly int _present;
    private readonly int _rows;
    private readonly uint* _at;
    private readonly short* _table;
    private readonly float* _sorted;
    private readonly float* _ranks;
    private readonly RankSizes* _sizes;

    public RankBuckets(Arena scratch, float* values, int padded, int present)
    {
        _scratch = scratch;
        _values = values;
        _padded = padded;
        _present = present;
        _rows = Math.Max(2, padded * PerValue / Lanes);
        _at = scratch.Take<uint>(padded);
        _table = scratch.Take<short>((_rows + 2) * Lanes) + Lanes;
        _sorted = scratch.Take<float>(RankNeighbours<F, D>.Before + padded + RankNeighbours<F, D>.Behind) + RankNeighbours<F, D>.Before;
        _ranks = scratch.Take<float>(padded + F.Width);
        _sizes = scratch.Take<RankSizes>(1);
    }

    /// <summary>Puts the values into bucket order; returns how many stand in large buckets and differ from the value that is typical there.</summary>
    public int Spread(RankWay way, RankRange range)
    {
        if (way == RankWay.Linear) RankMap<F, D>.Linear(_values, _padded, (int*)_at, _rows, range);
        else RankMap<F, D>.Logarithmic(_values, _padded, (int*)_at, _rows, range);
        Count(_at, _table, _padded, _rows);
        *_sizes = Sum(_table, _rows, _present);
        Scatter(_values, _sorted, _at, (ushort*)_table, _padded);
        return _sizes->Largest <= RankCrowds<F, D>.Small ? 0 : RankCrowds<F, D>.Mixed(_sorted, _table, _rows);
    }

    /// <summary>
    /// Writes (below + not above + 1 + <paramref name="first"/>) ÷ <paramref name="divisor"/> for the values last spread, NaN for NaN. Crowded buckets may be
    /// spread <paramref name="again"/> times more; returns how many values stood in buckets that the last time left crowded.
    /// </summary>
    public int Rank(float* result, int count, int first, float divisor, int again)
    {
        RankNeighbours<F, D>.Rank(_sorted, _present, _padded, _sizes->LargestNear - 1, first, divisor, _ranks);
        int left = _sizes->Largest == _sizes->LargestNear ? 0 : new RankCrowds<F, D>(_scratch, divisor).Rank(_sorted, _table, _rows, first, _ranks, again);
        Collect(_ranks, _at, result, count);
        return left;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(uint* bucket, short* table, int padded, int rows)
    {
        new Span<short>(table, (rows + 1) * Lanes).Clear();
        for (uint* end = bucket + padded; bucket < end; bucket += 4)
        {
            table[bucket[0]]++;
            table[bucket[1]]++;
            table[bucket[2]]++;
            table[bucket[3]]++;
        }
    }

    /// <summary>Turns counts into starts. The row before the first holds where each column starts, the one behind the last where the missing do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static RankSizes Sum(short* table, int rows, int present)
    {
        Vector256<short> sum = Vector256<short>.Zero, largest = sum, near = sum, limit = Vector256.Create((short)(RankNeighbours<F, D>.Most + 2));
        short* end = table + (rows * Lanes), columns = table - Lanes;
        for (short* row = table; row < end; row += Lanes)
        {
            Vector256<short> count = Vector256.Load(row);
            sum.Store(row);
            sum += count;
            largest = Vector256.Max(largest, count);
            near = Vector256.Max(near, count & Vector256.LessThan(count, limit));
        }

        sum.Store(columns);
        int total = 0;
        for (int c = 0; c < Lanes; c++)
        {
            int length = columns[c];
            columns[c] = (short)total;
            total += length;
        }

        *end = (short)present;
        Vector256<short> first = Vector256.Load(columns);
        for (short* row = table; row < end; row += Lanes) (Vector256.Load(row) + first).Store(row);
        return new RankSizes(Most(largest), Most(near));
    }

    private static int Most(Vector256<short> sizes)
    {
        Vector128<short> half = Vector128.Max(sizes.GetLower(), sizes.GetUpper());
        int most = 0;
        for (int k = 0; k < 8; k++) most = Math.Max(most, half[k]);
        return most;
    }

    /// <summary>Puts each value where its bucket goes on and keeps the place; what was a bucket's start is then its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(float* values, float* sorted, uint* at, ushort* next, int padded)
    {
        for (uint* end = at + padded; at < end; at += 4, values += 4)
        {
            uint a = next[at[0]]++;
            sorted[a] = values[0];
            at[0] = a;
            uint b = next[at[1]]++;
            sorted[b] = values[1];
            at[1] = b;
            uint c = next[at[2]]++;
            sorted[c] = values[2];
            at[2] = c;
            uint d = next[at[3]]++;
            sorted[d] = values[3];
            at[3] = d;
        }
    }

    /// <summary>Each value's percentile from its place. One by one: the gather instruction takes three times as long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Collect(float* ranks, uint* at, float* result, int count)
    {
        float* end = result + count;
        for (; result <= end - 4; result += 4, at += 4)
        {
            result[0] = ranks[at[0]];
            result[1] = ranks[at[1]];
            result[2] = ranks[at[2]];
            result[3] = ranks[at[3]];
        }

        for (; result < end; result++, at++) *result = ranks[*at];
    }
}

/// <summary>The largest bucket of a row, and the largest of those that the comparison of neighbours can rank.</summary>
/// <param name="Largest">Values in the largest bucket.</param>
/// <param name="LargestNear">Values in the largest bucket that is not too large.</param>
internal readonly record struct RankSizes(int Largest, int LargestNear);
