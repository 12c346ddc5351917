namespace AlphaKit.Factors;

/// <summary>Average ranks: equal values share the mean of the ranks they occupy.</summary>
internal static class Ranks
{
    /// <summary>Ranks from 1 to n.</summary>
    public static void Average(ReadOnlySpan<double> values, Span<double> ranks)
    {
        double[] keys = values.ToArray();
        int[] order = new int[keys.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(keys, order);
        for (int first = 0; first < keys.Length;)
        {
            int last = first;
            while (last + 1 < keys.Length && keys[last + 1] == keys[first]) last++;
            double rank = ((first + last) / 2.0) + 1;
            for (int k = first; k <= last; k++) ranks[order[k]] = rank;
            first = last + 1;
        }
    }
}
