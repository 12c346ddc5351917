using System.Numerics;

namespace AlphaKit.Factors;

/// <summary>
/// Takes its group's mean off every value without sorting: groups are numbered as they appear, sums run by column, so that the numbering
/// shows in no result.
/// </summary>
internal static unsafe class GroupCentring
{
    private const uint Spread = 2654435769;

    public static void Run(CrossRow row, float* x, float* group)
    {
        int count = row.Count, bits = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, 2 * count)));
        int* table = row.Scratch.Take<int>(1 << bits), numbers = row.Scratch.Take<int>(count), sizes = row.Scratch.Take<int>(count);
        uint* keys = row.Scratch.Take<uint>(count);
        double* origins = row.Scratch.Take<double>(count), sums = row.Scratch.Take<double>(count);
        new Span<int>(table, 1 << bits).Fill(-1);
        int groups = 0;
        for (int i = 0; i < count; i++)
        {
            numbers[i] = -1;
            if (float.IsNaN(x[i]) || float.IsNaN(group[i])) continue;
            uint key = BitConverter.SingleToUInt32Bits(group[i] + 0f), at = (key * Spread) >> (32 - bits);
            while (table[at] >= 0 && keys[table[at]] != key) at = (at + 1) & ((1u << bits) - 1);
            int g = table[at];
            if (g < 0)
            {
                g = table[at] = groups++;
                (keys[g], origins[g], sums[g], sizes[g]) = (key, x[i], 0, 0);
            }

            numbers[i] = g;
            sizes[g]++;
            sums[g] += x[i] - origins[g];
        }

        for (int g = 0; g < groups; g++) sums[g] = origins[g] + (sums[g] / sizes[g]);
        for (int i = 0; i < count; i++) row.Put(i, numbers[i] < 0 ? double.NaN : x[i] - sums[numbers[i]]);
    }
}
