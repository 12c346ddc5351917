namespace AlphaKit.Factors;

/// <summary>
/// Percentile ranks by a radix sort of the values' bits, eleven at a time: the way for rows so full of ties and near-ties that no map spreads them.
/// Costs the same whatever the values are.
/// </summary>
internal static unsafe class SortedRanks
{
    private const int Digits = 11;
    private const int Size = 1 << Digits;
    private const int Passes = 3;

    /// <summary>Replaces the values by their percentiles, ties sharing the mean of their ranks; NaN stays and does not count.</summary>
    public static void Of(Arena scratch, float* x, int count, int present)
    {
        ulong* from = scratch.Take<ulong>(present), to = scratch.Take<ulong>(present);
        int* counts = scratch.Take<int>(Passes * Size);
        new Span<int>(counts, Passes * Size).Clear();
        int n = 0;
        for (int i = 0; i < count; i++)
        {
            if (float.IsNaN(x[i])) continue;
            uint key = Key(x[i]);
            from[n++] = ((ulong)key << 32) | (uint)i;
            counts[key & (Size - 1)]++;
            counts[Size + (int)((key >> Digits) & (Size - 1))]++;
            counts[(2 * Size) + (int)(key >> (2 * Digits))]++;
        }

        for (int pass = 0; pass < Passes; pass++)
        {
            int* starts = counts + (pass * Size);
            int shift = 32 + (pass * Digits);
            if (starts[(int)(from[0] >> shift) & (Size - 1)] == n) continue;
            int sum = 0;
            for (int d = 0; d < Size; d++)
            {
                int here = starts[d];
                starts[d] = sum;
                sum += here;
            }

            for (int i = 0; i < n; i++) to[starts[(int)(from[i] >> shift) & (Size - 1)]++] = from[i];
            ulong* swap = from;
            from = to;
            to = swap;
        }

        for (int i = 0; i < n;)
        {
            int end = i + 1;
            while (end < n && from[end] >> 32 == from[i] >> 32) end++;
            float percentile = (i + 1 + end) / (2f * n);
            for (; i < end; i++) x[(uint)from[i]] = percentile;
        }
    }

    /// <summary>Whole numbers in the order of the floats; both zeros have the same.</summary>
    private static uint Key(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value + 0f);
        return bits ^ ((uint)((int)bits >> 31) | 0x80000000u);
    }
}
