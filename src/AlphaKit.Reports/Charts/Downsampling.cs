namespace AlphaKit.Reports;

/// <summary>Thins a series for drawing without losing its extremes.</summary>
internal static class Downsampling
{
    /// <summary>
    /// Indices to draw: all of them up to twice the number of buckets, else per bucket of equal length the first, lowest, highest and last
    /// finite value and, where values are missing, one missing index so that the gap stays visible.
    /// </summary>
    /// <returns>Ascending, without repeats.</returns>
    public static IReadOnlyList<int> Keep(IReadOnlyList<double> values, int buckets)
    {
        int count = values.Count;
        if (count <= 2 * buckets) return [.. Enumerable.Range(0, count)];
        List<int> kept = [];
        SortedSet<int> inBucket = [];
        for (int b = 0; b < buckets; b++)
        {
            int from = (int)((long)b * count / buckets), to = (int)((long)(b + 1) * count / buckets);
            int first = -1, last = -1, low = -1, high = -1, gap = -1;
            for (int i = from; i < to; i++)
            {
                if (!double.IsFinite(values[i]))
                {
                    gap = i;
                    continue;
                }

                if (first < 0) first = i;
                last = i;
                if (low < 0 || values[i] < values[low]) low = i;
                if (high < 0 || values[i] > values[high]) high = i;
            }

            inBucket.Clear();
            foreach (int i in (ReadOnlySpan<int>)[first, low, high, last, gap])
            {
                if (i >= 0) inBucket.Add(i);
            }

            kept.AddRange(inBucket);
        }

        return kept;
    }
}
