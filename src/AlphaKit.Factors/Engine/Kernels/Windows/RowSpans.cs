namespace AlphaKit.Factors;

/// <summary>
/// Which rows of a part of a window are needed for a chunk of few rows: for a single day, of ten days' sums those of today, of ten days ago
/// and so on, not all between. Rows are computed one by one, so leaving some out changes no bit of the others.
/// </summary>
internal static class RowSpans
{
    /// <summary>From so many rows on nothing lies between the spans of usual windows.</summary>
    public const int Dense = 16;

    /// <summary>Doubles between the arrays of a part: at whole multiples of 4 KiB they would stand in each other's way in the first-level cache.</summary>
    public const int Apart = 40;

    /// <summary>Columns at a time for chunks of fewer rows, which are little work each.</summary>
    public const int WideBlock = 128;

    /// <summary>Puts spans of rows (first, and the one after the last) in order and joins those that touch.</summary>
    public static (int First, int Last)[] Joined(List<(int First, int Last)> spans)
    {
        spans.Sort();
        List<(int First, int Last)> result = [];
        foreach ((int first, int last) in spans)
        {
            if (result.Count > 0 && first <= result[^1].Last) result[^1] = (result[^1].First, Math.Max(last, result[^1].Last));
            else result.Add((first, last));
        }

        return [.. result];
    }
}
