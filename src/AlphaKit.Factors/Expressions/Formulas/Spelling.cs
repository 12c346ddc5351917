namespace AlphaKit.Factors;

/// <summary>Finds the name that somebody may have meant.</summary>
internal static class Spelling
{
    /// <summary>" Did you mean 'x'?", or nothing when no name is near.</summary>
    public static string Hint(string word, IEnumerable<string> names)
    {
        string lower = word.ToLowerInvariant();
        string? best = null;
        int least = Math.Max(1, lower.Length / 3) + 1;
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            int distance = Distance(lower, name.ToLowerInvariant(), least);
            if (distance >= least) continue;
            least = distance;
            best = name;
        }

        return best is null ? "" : $" Did you mean '{best}'?";
    }

    /// <summary>Letters to insert, remove, replace or swap with their neighbour; <paramref name="limit"/> when that many or more.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit) return limit;
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) cost[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) cost[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int best = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, cost[i - 2, j - 2] + 1);
                cost[i, j] = best;
            }
        }

        return Math.Min(limit, cost[a.Length, b.Length]);
    }
}
