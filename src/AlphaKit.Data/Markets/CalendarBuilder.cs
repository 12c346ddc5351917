using System.Globalization;

namespace AlphaKit.Data;

/// <summary>Makes the trading calendar: from trade_cal, else from the days on which enough shares have a row.</summary>
internal static class CalendarBuilder
{
    /// <summary>The calendar of a market whose bars are <paramref name="bars"/>.</summary>
    /// <param name="tradeCal">trade_cal, if there is one.</param>
    /// <param name="bars">daily, or another dated table when there is no daily; may be null.</param>
    /// <param name="dayCoverage">Share of the median number of rows per day that makes a weekday a trading day.</param>
    /// <param name="notes">Receives what was inferred.</param>
    public static TradingCalendar Build(CheckedTable? tradeCal, CheckedTable? bars, double dayCoverage, List<string> notes)
    {
        SortedDictionary<DateOnly, int> counts = bars is null ? [] : CountByDay(bars);
        DateOnly[] plausible = Plausible(counts, dayCoverage);
        if (tradeCal is null)
        {
            if (plausible.Length == 0)
                throw new InsufficientDataException("trading days: neither trade_cal nor a dated table has rows", 1, 0);
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"There is no trade_cal: the {plausible.Length} trading days were inferred from {bars!.Name}, as the weekdays on which at least {dayCoverage:P0} of the median number of rows per day are there."));
            return new TradingCalendar(plausible);
        }

        DateOnly[] open = OpenDays(tradeCal);
        if (open.Length == 0) throw new InsufficientDataException("open days in trade_cal", 1, 0);
        if (plausible.Length == 0) return new TradingCalendar(open);
        if (plausible[0] < open[0] || plausible[^1] > open[^1])
        {
            DateOnly outside = plausible[0] < open[0] ? plausible[0] : plausible[^1];
            int row = bars!.Get("trade_date").Dates.IndexOf(outside);
            throw bars.Fail(
                ValidationRule.CalendarSpan,
                row,
                $"date {outside:yyyy-MM-dd}",
                $"{counts[outside]} rows",
                string.Create(CultureInfo.InvariantCulture, $"trade_cal covers {open[0]:yyyy-MM-dd} … {open[^1]:yyyy-MM-dd}: bring it up to date."));
        }

        DateOnly[] span = [.. open.Where(d => d >= plausible[0] && d <= plausible[^1])];
        notes.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"The calendar is trade_cal from {span[0]:yyyy-MM-dd} to {span[^1]:yyyy-MM-dd}, the span of {bars!.Name}."));
        return new TradingCalendar(span);
    }

    private static DateOnly[] OpenDays(CheckedTable table)
    {
        ReadOnlySpan<DateOnly> dates = table.Get("cal_date").Dates;
        ReadOnlySpan<double> open = table.Get("is_open").Numbers;
        Dictionary<(DateOnly, string), int> seen = [];
        SortedSet<DateOnly> days = [];
        for (int row = 0; row < dates.Length; row++)
        {
            if (!table.IsImported(row)) continue;
            string exchange = table.Text("exchange", row);
            if (!seen.TryAdd((dates[row], exchange), row))
            {
                RowPlacement.RepeatedRow(table, row, seen[(dates[row], exchange)], default, dates[row]);
                continue;
            }

            if (open[row] != 0 && open[row] != 1) throw table.Fail(ValidationRule.ReadableValue, row, "column is_open", open[row].ToString("R", CultureInfo.InvariantCulture), "It must be 0 or 1.");
            if (open[row] == 1 && exchange is ("" or "SSE" or "SZSE")) days.Add(dates[row]);
        }

        return [.. days];
    }

    private static SortedDictionary<DateOnly, int> CountByDay(CheckedTable table)
    {
        Dictionary<DateOnly, int> counts = [];
        ReadOnlySpan<DateOnly> dates = table.Get("trade_date").Dates;
        int run = 0;
        for (int row = 0; row < dates.Length; row++)
        {
            run++;
            if (row + 1 < dates.Length && dates[row + 1] == dates[row]) continue;
            counts[dates[row]] = counts.GetValueOrDefault(dates[row]) + run;
            run = 0;
        }

        return new SortedDictionary<DateOnly, int>(counts);
    }

    private static DateOnly[] Plausible(SortedDictionary<DateOnly, int> counts, double dayCoverage)
    {
        if (counts.Count == 0) return [];
        int[] sorted = [.. counts.Values.Order()];
        double needed = dayCoverage * sorted[sorted.Length / 2];
        return [.. counts.Where(d => d.Value >= needed && d.Key.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(d => d.Key)];
    }
}
