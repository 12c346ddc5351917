using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>
/// Returns by place in the calendar 日历效应: weekday, ISO week of the ISO year, month, quarter, days around closures and around the turn of the
/// month. Weeks, months and quarters are compounded over their days; a period that the returns cover only in part is left out. Every line shows
/// the sample before a cut and the one after it, because an effect that was found in a sample says nothing until it is seen outside of it.
/// </summary>
public static class CalendarEffects
{
    /// <summary>
    /// One row per effect and bucket: effect, bucket, and for the days before and from the cut on: periods, mean (of the period's return), rest
    /// (mean of the other periods of that effect), t (Welch's, mean against rest), win_rate; persists: whether the difference has the same sign
    /// in both samples and |t| of the first is at least 2 ("yes", "no", empty where a sample is missing). Means are per period, not annualised.
    /// </summary>
    /// <param name="calendar">The trading days of the returns.</param>
    /// <param name="returns">Simple daily returns, one per day, finite.</param>
    /// <param name="outOfSampleFrom">The cut: periods that begin on this day or later are out of sample. It should have been chosen before looking.</param>
    /// <param name="exchange">
    /// All trading days of the exchange; must hold those of the returns. It tells which periods are covered whole and what follows the last day. By
    /// default it is <paramref name="calendar"/>, and the first and last week, month and quarter count as covered in part.
    /// </param>
    /// <exception cref="ArgumentException">The lengths differ, a return is not finite, or the exchange lacks a day.</exception>
    public static Table Of(TradingCalendar calendar, IReadOnlyList<double> returns, DateOnly outOfSampleFrom, TradingCalendar? exchange = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(returns);
        if (returns.Count != calendar.Count)
            throw new ArgumentException($"There are {returns.Count} returns and {calendar.Count} days: there must be one for each day.", nameof(returns));
        exchange ??= calendar;
        for (int t = 0; t < calendar.Count; t++)
        {
            if (!double.IsFinite(returns[t])) throw new ArgumentException($"The return on {calendar[t]:yyyy-MM-dd} is {returns[t]}: it must be finite.", nameof(returns));
            if (!exchange.Contains(calendar[t])) throw new ArgumentException($"The exchange's calendar lacks {calendar[t]:yyyy-MM-dd}, for which there is a return.", nameof(exchange));
        }

        List<Observation> all = [];
        Days(all, calendar, returns, exchange);
        Periods(all, "iso_week", calendar, returns, exchange, d => (ISOWeek.GetYear(d.ToDateTime(default)) * 100) + ISOWeek.GetWeekOfYear(d.ToDateTime(default)), key => $"W{key % 100:00}");
        Periods(all, "month", calendar, returns, exchange, d => (d.Year * 100) + d.Month, key => $"{key % 100:00}");
        Periods(all, "quarter", calendar, returns, exchange, d => (d.Year * 10) + ((d.Month - 1) / 3) + 1, key => $"Q{key % 10}");
        return ToTable(all, outOfSampleFrom);
    }

    private static void Days(List<Observation> all, TradingCalendar calendar, IReadOnlyList<double> returns, TradingCalendar exchange)
    {
        for (int t = 0; t < calendar.Count; t++)
        {
            DateOnly day = calendar[t];
            int at = exchange.IndexOf(day);
            DateOnly? before = at > 0 ? exchange[at - 1] : null, after = at + 1 < exchange.Count ? exchange[at + 1] : null;
            all.Add(new Observation("weekday", string.Create(CultureInfo.InvariantCulture, $"{(int)day.DayOfWeek} {day.DayOfWeek}"), day, returns[t]));
            if (before is not { } previous || after is not { } next) continue;
            bool reopened = ClosedBetween(previous, day), closes = ClosedBetween(day, next);
            all.Add(new Observation("closure", closes ? "1 last day before" : reopened ? "2 first day after" : "3 other", day, returns[t]));
            if (at >= 3) all.Add(new Observation("turn_of_month", next.Month != day.Month || exchange[at - 3].Month != day.Month ? "1 last and first three" : "2 other", day, returns[t]));
        }
    }

    /// <summary>True if a Monday to Friday between two trading days was not traded.</summary>
    private static bool ClosedBetween(DateOnly day, DateOnly next)
    {
        for (DateOnly d = day.AddDays(1); d < next; d = d.AddDays(1))
        {
            if (d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) return true;
        }

        return false;
    }

    private static void Periods(
        List<Observation> all, string effect, TradingCalendar calendar, IReadOnlyList<double> returns, TradingCalendar exchange, Func<DateOnly, int> key, Func<int, FormattableString> bucket)
    {
        int start = 0;
        for (int t = 1; t <= calendar.Count; t++)
        {
            if (t < calendar.Count && key(calendar[t]) == key(calendar[start])) continue;
            int first = exchange.IndexOf(calendar[start]), last = exchange.IndexOf(calendar[t - 1]), period = key(calendar[start]);
            bool whole = first > 0 && last + 1 < exchange.Count && key(exchange[first - 1]) != period && key(exchange[last + 1]) != period && last - first == t - 1 - start;
            if (whole)
            {
                double growth = 1;
                for (int i = start; i < t; i++) growth *= 1 + returns[i];
                all.Add(new Observation(effect, FormattableString.Invariant(bucket(period)), calendar[start], growth - 1));
            }

            start = t;
        }
    }

    private static Table ToTable(List<Observation> all, DateOnly cut)
    {
        var rows = all
            .GroupBy(o => o.Effect, StringComparer.Ordinal)
            .SelectMany(effect => effect.GroupBy(o => o.Bucket, StringComparer.Ordinal).OrderBy(b => b.Key, StringComparer.Ordinal).Select(bucket =>
            {
                Line inside = Line.Of(effect.Where(o => o.Day < cut), bucket.Key), outside = Line.Of(effect.Where(o => o.Day >= cut), bucket.Key);
                double before = inside.Mean - inside.Rest, after = outside.Mean - outside.Rest;
                string persists = double.IsNaN(before) || double.IsNaN(after) || double.IsNaN(inside.T) ? "" : Math.Abs(inside.T) >= 2 && Math.Sign(before) == Math.Sign(after) ? "yes" : "no";
                return (Effect: effect.Key, Bucket: bucket.Key, In: inside, Out: outside, Persists: persists);
            }))
            .ToArray();
        return new Table(
            "calendar_effects",
            [
                TableColumn.Text("effect", rows.Select(r => r.Effect)), TableColumn.Text("bucket", rows.Select(r => r.Bucket)),
                .. Columns("in", rows.Select(r => r.In)), .. Columns("out", rows.Select(r => r.Out)), TableColumn.Text("persists", rows.Select(r => r.Persists)),
            ]);
    }

    private static IEnumerable<TableColumn> Columns(string sample, IEnumerable<Line> lines)
    {
        Line[] all = [.. lines];
        yield return TableColumn.Integer($"{sample}_periods", all.Select(l => (long)l.Periods));
        yield return TableColumn.Number($"{sample}_mean", all.Select(l => l.Mean), "P3");
        yield return TableColumn.Number($"{sample}_rest", all.Select(l => l.Rest), "P3");
        yield return TableColumn.Number($"{sample}_t", all.Select(l => l.T), "F2");
        yield return TableColumn.Number($"{sample}_win_rate", all.Select(l => l.WinRate), "P1");
    }

    private readonly record struct Observation(string Effect, string Bucket, DateOnly Day, double Return);

    private readonly record struct Line(int Periods, double Mean, double Rest, double T, double WinRate)
    {
        public static Line Of(IEnumerable<Observation> effect, string bucket)
        {
            ILookup<bool, double> parts = effect.ToLookup(o => o.Bucket == bucket, o => o.Return);
            double[] own = [.. parts[true]], rest = [.. parts[false]];
            double mean = ReturnStatistics.Mean(own), other = ReturnStatistics.Mean(rest), s = ReturnStatistics.StandardDeviation(own), u = ReturnStatistics.StandardDeviation(rest);
            double error = Math.Sqrt((s * s / own.Length) + (u * u / rest.Length));
            return new Line(own.Length, mean, other, error > 0 ? (mean - other) / error : double.NaN, ReturnStatistics.WinRate(own));
        }
    }
}
