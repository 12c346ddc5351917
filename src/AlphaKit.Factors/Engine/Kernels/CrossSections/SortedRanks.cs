using System.Runtime.CompilerServices;

namespace AlphaKit.Factors;

/// <summary>
/// Percentile ranks by a radix sort of the values' bits: the way for rows so full of ties and near-ties that no map spreads them. Costs the same
/// whatever the values are. Digits of eight bits: of eleven, a pass less is needed but the tables take longer than it, or as long in the longest rows.
/// </summary>
internal static unsafe class SortedRanks
{
    private const int Digits = 8;
    private const int Size = 1 << Digits;
    private const int Passes = 4;

    /// <summary>
    /// Writes (below + not above + 1 + <paramref name="first"/>) ÷ <paramref name="divisor"/> for each of a padded row with so many present, NaN for NaN,
    /// to <paramref name="count"/> places.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of(Arena scratch, float* x, int padded, int present, float* result, int count, int first, float divisor)
    {
        ulong* from = scratch.Take<ulong>(present), to = scratch.Take<ulong>(present);
        int* counts = scratch.Take<int>(Passes * Size);
        new Span<int>(counts, Passes * Size).Clear();
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
            counts[key & (Size - 1)]++;
            counts[Size + ((key >> Digits) & (Size - 1))]++;
            counts[(2 * Size) + ((key >> (2 * Digits)) & (Size - 1))]++;
            counts[(3 * Size) + (key >> (3 * Digits))]++;
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
