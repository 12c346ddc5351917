using System.Globalization;

namespace AlphaKit.Reports;

/// <summary>Ticks of a trading-day axis: the first trading day of each period of a round length.</summary>
internal static class DateTicks
{
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 60, 120];

    /// <summary>
    /// Position and label of each tick: months in steps of 1, 2, 3, 6, 12, 24, 60 or 120, the finest that needs at most
    /// <paramref name="most"/> ticks; single days where the dates stay within about a month.
    /// </summary>
    public static IReadOnlyList<(int Index, string Label)> Of(IReadOnlyList<DateOnly> dates, int most)
    {
        if (dates.Count == 0) return [];
        if (dates[^1].DayNumber - dates[0].DayNumber <= 45) return Days(dates, most);
        foreach (int step in Steps)
        {
            List<(int, string)> ticks = Months(dates, step);
            if (ticks.Count <= most) return ticks;
        }

        return Months(dates, 240);
    }

    private static List<(int, string)> Days(IReadOnlyList<DateOnly> dates, int most)
    {
        int every = Math.Max(1, (dates.Count + most - 1) / most);
        List<(int, string)> ticks = [];
        for (int i = 0; i < dates.Count; i += every) ticks.Add((i, dates[i].ToString("MM-dd", CultureInfo.InvariantCulture)));
        return ticks;
    }

    private static List<(int, string)> Months(IReadOnlyList<DateOnly> dates, int step)
    {
        List<(int, string)> ticks = [];
        for (int i = 0; i < dates.Count; i++)
        {
            // The first date starts a period if it lies in the first week of it: nobody trades on 1 January.
            bool starts = i == 0 ? dates[0].Day <= 7 && Month(dates[0]) % step == 0 : Month(dates[i - 1]) / step != Month(dates[i]) / step;
            if (!starts) continue;
            ticks.Add((i, dates[i].ToString(step >= 12 ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture)));
        }

        return ticks;
    }

    private static int Month(DateOnly date) => (date.Year * 12) + date.Month - 1;
}
