using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>
/// On which trading days a portfolio is dealt. The decision is made on the trading day before. All counting is in trading days of the
/// market's calendar, never in days of the month. A backtest that begins between two dealing days holds cash until the next one; the first
/// day of the data itself cannot be dealt.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class Schedule
{
    private readonly Func<TradingCalendar, int, int, bool> _deals;

    private Schedule(string name, Func<TradingCalendar, int, int, bool> deals)
    {
        Name = name;
        _deals = deals;
    }

    /// <summary>Every trading day.</summary>
    public static Schedule Daily { get; } = new("daily", static (_, _, _) => true);

    /// <summary>The first trading day of every week (ISO 8601: Monday to Sunday, across the turn of the year).</summary>
    public static Schedule Weekly { get; } = new("weekly", static (calendar, day, _) => IsFirst(calendar, day, d => WeekOf(d)));

    /// <summary>The first trading day of every month.</summary>
    public static Schedule Monthly { get; } = new("monthly", static (calendar, day, _) => IsFirst(calendar, day, d => (d.Year * 12) + d.Month));

    /// <summary>The first trading day of every quarter.</summary>
    public static Schedule Quarterly { get; } = new("quarterly", static (calendar, day, _) => IsFirst(calendar, day, d => (d.Year * 4) + ((d.Month - 1) / 3)));

    /// <summary>Name, for reports.</summary>
    public string Name { get; }

    /// <summary>Every <paramref name="days"/> trading days, the first day of the backtest being the first.</summary>
    /// <param name="days">At least one.</param>
    public static Schedule EveryDays(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        return new Schedule(string.Create(CultureInfo.InvariantCulture, $"every {days} trading days"), (_, day, first) => (day - first) % days == 0);
    }

    /// <summary>On given days; days that are not trading days of the backtest are passed over.</summary>
    /// <param name="days">The days, in any order.</param>
    public static Schedule On(IEnumerable<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        HashSet<DateOnly> set = [.. days];
        return new Schedule(string.Create(CultureInfo.InvariantCulture, $"on {set.Count} given days"), (calendar, day, _) => set.Contains(calendar[day]));
    }

    /// <summary>On the trading days after given days.</summary>
    internal static Schedule After(IReadOnlySet<DateOnly> days) =>
        new(string.Create(CultureInfo.InvariantCulture, $"after {days.Count} given days"), (calendar, day, _) => day > 0 && days.Contains(calendar[day - 1]));

    /// <summary>Once, on the first day of the backtest: buy and hold.</summary>
    public static Schedule Once { get; } = new("once", static (_, day, first) => day == first);

    /// <summary>True if the portfolio is dealt on that day.</summary>
    /// <param name="calendar">The market's whole calendar.</param>
    /// <param name="day">Ordinal of the day in it.</param>
    /// <param name="first">Ordinal of the first day of the backtest.</param>
    public bool DealsOn(TradingCalendar calendar, int day, int first)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return _deals(calendar, day, first);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static bool IsFirst(TradingCalendar calendar, int day, Func<DateOnly, int> period) =>
        day == 0 || period(calendar[day]) != period(calendar[day - 1]);

    // 0001-01-01 was a Monday, so whole weeks since then are ISO weeks.
    private static int WeekOf(DateOnly date) => date.DayNumber / 7;
}
