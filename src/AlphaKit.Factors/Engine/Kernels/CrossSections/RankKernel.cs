using System.Numerics;
using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Rank among the present, ties sharing the mean of their ranks, divided by their number. Exact and without sorting: a monotone map sends
/// the values to about n/2 buckets, they are scattered to bucket order, and a value's rank is the start of its bucket plus one comparison with the
/// few values in it. Heavy tails get a map that is logarithmic away from zero; single crowded buckets are sorted by themselves, a row
/// crowded with different values under both maps as a whole. The next row of a series begins with the way that served this one. The quotient is a true
/// division: equal percentiles of days with different numbers stay equal. Cost: 5–10 ns per symbol.
/// </summary>
internal sealed unsafe class RankKernel<F, D> : CrossKernel
    where F : unmanaged, IFloats<F, D>
    where D : unmanaged, IDoubles<D>
{
    private const int Crowded = 64;

    public override void Run(CrossRow row)
    {
        row.Scratch.Reset();
        float* values = row.Present(0);
        row.Hint = Of(row.Scratch, values, row.Padded, row.Hint);
        new Span<float>(values, row.Count).CopyTo(new Span<float>(row.Output, row.Count));
    }

    /// <summary>Replaces the values by their percentiles; NaN stays and does not count. Returns the hint for the next row of the series.</summary>
    public static RankHint Of(Arena scratch, float* x, int padded, RankHint hint = default)
    {
        (int present, float least, float most, float mean, float deviation) = Measure(x, padded);
        if (present == 0) return hint;
        if (least == most)
        {
            Fill(x, padded, (present + 1) / (2f * present));
            return hint;
        }

        if (hint is { Way: RankWay.Sorted, Rows: > 0 })
        {
            SortedRanks.Of(scratch, x, padded, present);
            return hint.Next;
        }

        Buckets buckets = new(scratch, x, padded, F.Width);
        float from = Math.Max(least, mean - (4 * deviation)), to = Math.Min(most, mean + (4 * deviation));
        bool canBeLinear = float.IsFinite(deviation) && float.IsFinite(mean) && deviation > 0;
        RankWay way = canBeLinear && hint.Way != RankWay.Logarithmic ? RankWay.Linear : RankWay.Logarithmic;
        int mixed = Spread(buckets, way, from, to, least, most, present);
        hint = hint.Next;
        if (mixed > present / 16 && hint.Rows == 0)
        {
            RankWay other = way == RankWay.Linear ? RankWay.Logarithmic : RankWay.Linear;
            bool hasOther = other == RankWay.Logarithmic || canBeLinear;
            int otherMixed = hasOther ? Spread(buckets, other, from, to, least, most, present) : int.MaxValue;
            if (Math.Min(mixed, otherMixed) > present / 8)
            {
                SortedRanks.Of(scratch, x, padded, present);
                return new RankHint(RankWay.Sorted, RankHint.Kept);
            }

            if (otherMixed < mixed) way = other;
            else if (hasOther) Spread(buckets, way, from, to, least, most, present); // the first again: the buckets hold the other
            hint = new RankHint(way, RankHint.Kept);
        }

        int* twice = scratch.Take<int>(padded);
        Look(buckets, twice);
        Divide(x, padded, twice, 2f * present);
        return hint with { Way = way };
    }

    /// <summary>Puts the values into bucket order; returns how many stand in buckets of more than 32 that hold different values.</summary>
    private static int Spread(Buckets at, RankWay way, float from, float to, float least, float most, int present)
    {
        if (way == RankWay.Linear) Linear(at.Values, at.Count, at.Of, at.Number, from, to);
        else Logarithmic(at.Values, at.Count, at.Of, at.Number, least, most);
        (int crowd, int largest) = Count(at.Of, at.Count, at.Starts, at.Number);
        Scatter(at);
        return largest <= Crowded && crowd <= present / 16 ? crowd : SortLarge(at);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(float* x, int padded, float percentile)
    {
        F same = F.All(percentile);
        for (int i = 0; i < padded; i += F.Width)
        {
            F value = F.Load(x + i);
            F.Store(x + i, F.Select(F.Equal(value, value), same, value));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(Buckets at)
    {
        float* values = at.Values, sorted = at.Sorted;
        int* bucket = at.Of, starts = at.Starts;
        int count = at.Count;
        for (int i = 0; i < count; i++) sorted[starts[bucket[i]]++] = values[i];
        starts[-1] = 0;
    }

    /// <summary>Sorts buckets of more than <see cref="Crowded"/> different values; returns how many values stand in mixed buckets of more than 32.</summary>
    private static int SortLarge(Buckets at)
    {
        int mixed = 0;
        for (int b = 0; b < at.Number; b++)
        {
            int start = at.Starts[b - 1], length = at.Starts[b] - start;
            if (length <= 32) continue;
            Span<float> span = new(at.Sorted + start, length);
            if (span.IndexOfAnyExcept(span[0]) < 0) continue;
            mixed += length;
            if (length > Crowded) span.Sort();
        }

        return mixed;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Look(Buckets at, int* twice)
    {
        float* values = at.Values, sorted = at.Sorted;
        int* bucket = at.Of, starts = at.Starts;
        int count = at.Count, buckets = at.Number;
        for (int i = 0; i < count; i++)
        {
            int b = bucket[i], start = starts[b - 1], length = starts[b] - start;
            if (length <= F.Width)
            {
                F others = F.Load(sorted + start), value = F.All(values[i]);
                uint mask = uint.MaxValue >> (32 - length);
                twice[i] = (2 * start) + 1 + BitOperations.PopCount(F.Bits(F.Less(others, value)) & mask)
                    + BitOperations.PopCount(F.Bits(F.LessOrEqual(others, value)) & mask);
            }
            else if (b < buckets)
            {
                twice[i] = (2 * start) + 1 + InLarge(sorted + start, length, values[i]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Divide(float* x, int padded, int* twice, float by)
    {
        F divisor = F.All(by);
        for (int i = 0; i < padded; i += F.Width)
        {
            F value = F.Load(x + i);
            F.Store(x + i, F.Select(F.Equal(value, value), F.LoadIntegers(twice + i) / divisor, value));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Present, float Least, float Most, float Mean, float Deviation) Measure(float* x, int padded)
    {
        F infinity = F.All(float.PositiveInfinity), least = infinity, most = F.All(float.NegativeInfinity), count = F.All(0f), sum = count, squares = count;
        float first = 0;
        for (int i = 0; i < padded; i++)
        {
            if (float.IsNaN(x[i])) continue;
            first = x[i];
            break;
        }

        F origin = F.All(first);
        for (int i = 0; i < padded; i += F.Width)
        {
            F value = F.Load(x + i), present = F.Equal(value, value), d = (value - origin) & present;
            count = F.CountWhere(present, count);
            sum += d;
            squares += d * d;
            least = F.Min(F.Select(present, value, infinity), least);
            most = F.Max(F.Select(present, value, F.All(float.NegativeInfinity)), most);
        }

        float* lanes = stackalloc float[5 * F.Width];
        F.Store(lanes, count);
        F.Store(lanes + F.Width, least);
        F.Store(lanes + (2 * F.Width), most);
        F.Store(lanes + (3 * F.Width), sum);
        F.Store(lanes + (4 * F.Width), squares);
        float n = 0, low = float.PositiveInfinity, high = float.NegativeInfinity, total = 0, total2 = 0;
        for (int k = 0; k < F.Width; k++)
        {
            n += lanes[k];
            low = Math.Min(low, lanes[F.Width + k]);
            high = Math.Max(high, lanes[(2 * F.Width) + k]);
            total += lanes[(3 * F.Width) + k];
            total2 += lanes[(4 * F.Width) + k];
        }

        float mean = total / n;
        return ((int)n, low, high, mean + first, MathF.Sqrt(Math.Max(0, (total2 / n) - (mean * mean))));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Linear(float* x, int padded, int* bucket, int buckets, float from, float to)
    {
        float width = to - from;
        F low = F.All(from), scale = F.All(width > 0 ? Math.Min((buckets - 1) / width, float.MaxValue) : 0), zero = F.All(0f), last = F.All(buckets - 1), outside = F.All(buckets);
        for (int i = 0; i < padded; i += F.Width)
        {
            F value = F.Load(x + i), at = F.Min(F.Max((value - low) * scale, zero), last);
            F.StoreIntegers(bucket + i, F.Select(F.Equal(value, value), at, outside));
        }
    }

    /// <summary>Linear near zero, logarithmic beyond a quarter of the typical size; every step is monotone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Logarithmic(float* x, int padded, int* bucket, int buckets, float least, float most)
    {
        F zero = F.All(0f), logs = zero, sizes = zero;
        for (int i = 0; i < padded; i += F.Width)
        {
            F size = F.Abs(F.Load(x + i)), counts = F.Less(zero, size);
            logs += F.RoughLog2(size) & counts;
            sizes = F.CountWhere(counts, sizes);
        }

        float* lanes = stackalloc float[2 * F.Width];
        F.Store(lanes, logs);
        F.Store(lanes + F.Width, sizes);
        float sum = 0, number = 0;
        for (int k = 0; k < F.Width; k++) (sum, number) = (sum + lanes[k], number + lanes[F.Width + k]);
        float typical = BitConverter.Int32BitsToSingle(0x3f800000 + (int)(sum / Math.Max(1, number) * (1 << 23)));
        float unit = Math.Max(typical * 0.25f, 1e-37f);
        float bottom = Soft(least, unit), range = Math.Max(Soft(most, unit) - bottom, 1e-30f);
        F perUnit = F.All(1 / unit), one = F.All(1f), low = F.All(bottom), scale = F.All((buckets - 1) / range);
        F last = F.All(buckets - 1), outside = F.All(buckets);
        for (int i = 0; i < padded; i += F.Width)
        {
            F value = F.Load(x + i), size = F.Abs(value) * perUnit;
            F soft = F.Select(F.Less(size, one), size, one + F.RoughLog2(size));
            soft = F.Select(F.Less(value, zero), zero - soft, soft);
            F at = F.Min(F.Max((soft - low) * scale, zero), last);
            F.StoreIntegers(bucket + i, F.Select(F.Equal(value, value), at, outside));
        }
    }

    private static float Soft(float value, float unit)
    {
        float size = Math.Abs(value) * (1 / unit);
        float soft = size < 1 ? size : 1 + ((BitConverter.SingleToInt32Bits(size) - 0x3f800000) * (1f / (1 << 23)));
        return value < 0 ? -soft : soft;
    }

    /// <summary>Turns bucket numbers into bucket starts; returns how many values stand in buckets of more than 32, and the largest bucket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Crowd, int Largest) Count(int* bucket, int padded, int* starts, int buckets)
    {
        new Span<int>(starts, buckets + 1).Clear();
        for (int i = 0; i < padded; i++) starts[bucket[i]]++;
        int sum = 0, crowd = 0, largest = 0;
        for (int b = 0; b <= buckets; b++)
        {
            int count = starts[b];
            starts[b] = sum;
            sum += count;
            if (count <= 32 || b == buckets) continue;
            crowd += count;
            largest = Math.Max(largest, count);
        }

        return (crowd, largest);
    }

    /// <summary>Number below plus number not above; above <see cref="Crowded"/> values the bucket is sorted.</summary>
    private static int InLarge(float* values, int length, float x)
    {
        int total = 0;
        if (length > Crowded)
        {
            if (values[0] == x && values[length - 1] == x) return length;
            int low = 0, high = length;
            while (low < high)
            {
                int middle = (low + high) >> 1;
                if (values[middle] < x) low = middle + 1;
                else high = middle;
            }

            total = low;
            high = length;
            while (low < high)
            {
                int middle = (low + high) >> 1;
                if (values[middle] <= x) low = middle + 1;
                else high = middle;
            }

            return total + low;
        }

        F value = F.All(x);
        for (int k = 0; k < length; k += F.Width)
        {
            F others = F.Load(values + k);
            uint mask = uint.MaxValue >> (32 - Math.Min(length - k, F.Width));
            total += BitOperations.PopCount(F.Bits(F.Less(others, value)) & mask) + BitOperations.PopCount(F.Bits(F.LessOrEqual(others, value)) & mask);
        }

        return total;
    }

    /// <summary>Values and the memory of their buckets.</summary>
    private readonly struct Buckets
    {
        private const int Most = 8000;

        public Buckets(Arena scratch, float* values, int count, int width)
        {
            Values = values;
            Count = count;
            Number = Math.Clamp(count / 2, 16, Most);
            Of = scratch.Take<int>(count);
            Starts = scratch.Take<int>(Number + 18) + 16;
            Sorted = scratch.Take<float>(count + width);
        }

        public float* Values { get; }

        public int Count { get; }

        /// <summary>How many buckets; NaN is in the one behind them.</summary>
        public int Number { get; }

        /// <summary>The bucket of each value.</summary>
        public int* Of { get; }

        /// <summary>Where each bucket begins; once scattered, where the next one does.</summary>
        public int* Starts { get; }

        /// <summary>The values, bucket after bucket.</summary>
        public float* Sorted { get; }
    }
}
