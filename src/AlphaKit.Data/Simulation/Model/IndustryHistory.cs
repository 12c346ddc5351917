namespace AlphaKit.Data.Simulation;

/// <summary>Which industry a share belonged to: mostly the same, in about one case of a hundred a year it changes.</summary>
internal static class IndustryHistory
{
    /// <summary>First days and industries, ascending; the first entry holds from the listing on.</summary>
    public static List<(DateOnly Start, int Industry)> Of(StockProfile profile, SimulationOptions options)
    {
        List<(DateOnly, int)> result = [(profile.Listed, profile.Industry)];
        for (int year = options.From.Year; year <= options.To.Year; year++)
        {
            RandomStream stream = RandomStream.Create(options.Seed, $"simulation/industry-change/{profile.Symbol}/{year}");
            if (stream.NextDouble() >= 0.012) continue;
            DateOnly start = new DateOnly(year, 7, 1).AddDays(stream.NextInt32(60));
            int industry = stream.NextInt32(Industry.All.Count);
            if (start > profile.Listed.AddDays(60) && start > options.From && start <= options.To && industry != result[^1].Item2) result.Add((start, industry));
        }

        return result;
    }

    public static int[] PerDay(StockProfile profile, SimulationOptions options, IReadOnlyList<DateOnly> days, int first, int count)
    {
        int[] result = new int[count];
        List<(DateOnly Start, int Industry)> history = Of(profile, options);
        int k = 0;
        for (int i = 0; i < count; i++)
        {
            while (k + 1 < history.Count && history[k + 1].Start <= days[first + i]) k++;
            result[i] = history[k].Industry;
        }

        return result;
    }
}
