using System.Globalization;

namespace AlphaKit.Data.Simulation;

/// <summary>
/// Trading days by rule: no weekends, New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn, National Day.
/// The State Council shifts single days every year, which no rule foresees.
/// </summary>
internal static class HolidayRules
{
    public static List<DateOnly> TradingDays(DateOnly from, DateOnly to)
    {
        HashSet<DateOnly> closed = [];
        for (int year = from.Year; year <= to.Year + 1; year++) AddYear(closed, year);
        List<DateOnly> days = [];
        for (DateOnly day = from; day <= to; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !closed.Contains(day)) days.Add(day);
        }

        return days;
    }

    private static void AddYear(HashSet<DateOnly> closed, int year)
    {
        AddThreeDays(closed, new DateOnly(year, 1, 1));
        DateOnly eve = Lunar(year, 1, 1).AddDays(-1);
        int length = year >= 2024 ? 8 : 7;
        for (int i = 0; i < length; i++) closed.Add(eve.AddDays(i));
        if (year >= 2008)
        {
            // Qingming: the day the sun reaches 15 degrees of longitude, by the usual linear formula of this century.
            int day = (int)Math.Floor((0.2422 * (year % 100)) + 4.81) - (year % 100 / 4);
            AddThreeDays(closed, new DateOnly(year, 4, day));
            AddThreeDays(closed, Lunar(year, 5, 5));
            AddThreeDays(closed, new DateOnly(year, 5, 1));
        }

        if (year is < 2008 or >= 2019)
        {
            int days = year < 2008 ? 7 : year == 2019 ? 3 : 5;
            for (int i = 0; i < days; i++) closed.Add(new DateOnly(year, 5, 1).AddDays(i));
        }

        DateOnly national = new(year, 10, 1);
        for (int i = 0; i < 7; i++) closed.Add(national.AddDays(i));
        if (year < 2008) return;
        DateOnly moon = Lunar(year, 8, 15);
        if (moon >= national && moon <= national.AddDays(7)) closed.Add(national.AddDays(7));
        else AddThreeDays(closed, moon);
    }

    /// <summary>A one-day holiday, bridged to a long weekend where one working day lies between (Wednesdays: the days before, until 2013).</summary>
    private static void AddThreeDays(HashSet<DateOnly> closed, DateOnly day)
    {
        closed.Add(day);
        switch (day.DayOfWeek)
        {
            case DayOfWeek.Tuesday:
            case DayOfWeek.Sunday:
                closed.Add(day.AddDays(day.DayOfWeek == DayOfWeek.Tuesday ? -1 : 1));
                break;
            case DayOfWeek.Wednesday when day.Year <= 2013:
                closed.Add(day.AddDays(-1));
                closed.Add(day.AddDays(-2));
                break;
            case DayOfWeek.Thursday:
                closed.Add(day.AddDays(1));
                break;
            case DayOfWeek.Saturday:
                closed.Add(day.AddDays(2));
                break;
            default:
                break;
        }
    }

    private static DateOnly Lunar(int year, int month, int day)
    {
        ChineseLunisolarCalendar calendar = new();
        int leap = calendar.GetLeapMonth(year);
        int position = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(calendar.ToDateTime(year, position, day, 0, 0, 0, 0));
    }
}
