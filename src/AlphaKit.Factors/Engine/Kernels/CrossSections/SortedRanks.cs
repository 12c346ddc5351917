namespace AlphaKit.Factors;

/// <summary>
/// Percentile ranks by a radix sort of the values' bits: the way for rows so full of ties and near-ties that no map spreads them. Costs the same
/// whatever the values are. Digits of eleven bits take fewer passes, of eight less time for the tables, which counts in short rows.
/// </summary>
internal static unsafe class SortedRanks
{
    /// <summary>From so many values on the digits have eleven bits.</summary>
    private const int Long = 3000;

    /// <summary>
    /// Writes (below + not above + 1 + <paramref name="first"/>) ÷ <paramref name="divisor"/> for each of a padded row with so many present, NaN for NaN,
    /// to <paramref name="count"/> places.
    /// </summary>
    public static void Of(Arena scratch, float* x, int padded, int present, float* result, int count, int first, float divisor)
    {
        int bits = present < Long ? 8 : 11, passes = (32 + bits - 1) / bits, size = 1 << bits, mask = size - 1;
        ulong* from = scratch.Take<ulong>(present), to = scratch.Take<ulong>(present);
        int* counts = scratch.Take<int>(4 * size);
        new Span<int>(counts, 4 * size).Clear();
        int n = 0;
        for (int i = 0; i < padded; i++)
        {
            if (float.IsNaN(x[i]))
            {
                if (i < count) result[i] = float.NaN;
                continue;
            }

            uint key = Key(x[i]);
            from[n++] = ((ulong)key << 32) | (uint)i;
            counts[key & mask]++;
            counts[size + ((key >> bits) & mask)]++;
            counts[(2 * size) + ((key >> (2 * bits)) & mask)]++;
            if (passes == 4) counts[(3 * size) + (key >> 24)]++;
        }

        for (int pass = 0; pass < passes; pass++)
        {
            int* starts = counts + (pass * size);
            int shift = 32 + (pass * bits);
            if (starts[(int)(from[0] >> shift) & mask] == n) continue;
            int sum = 0;
            for (int d = 0; d < size; d++)
            {
                int here = starts[d];
                starts[d] = sum;
                sum += here;
            }

            for (int i = 0; i < n; i++) to[starts[(int)(from[i] >> shift) & mask]++] = from[i];
            ulong* swap = from;
            from = to;
            to = swap;
        }

        for (int i = 0; i < n;)
        {
            int end = i + 1;
            while (end < n && from[end] >> 32 == from[i] >> 32) end++;
            float percentile = (first + i + end + 1) / divisor;
            for (; i < end; i++) result[(uint)from[i]] = percentile;
        }
    }

    /// <summary>Whole numbers in the order of the floats; both zeros have the same.</summary>
    private static uint Key(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value + 0f);
        return bits ^ ((uint)((int)bits >> 31) | 0x80000000u);
    }
}
