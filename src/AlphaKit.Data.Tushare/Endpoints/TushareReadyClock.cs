using System.Globalization;

namespace AlphaKit.Data.Tushare;

/// <summary>When the rows of a day are complete, by Beijing time. Asking earlier would store half a table.</summary>
/// <param name="DaysAfter">Calendar days after the day of the rows: 0, or 1 for what comes next morning.</param>
/// <param name="Time">Time of day in Beijing.</param>
public readonly record struct TushareReadyClock(int DaysAfter, TimeOnly Time)
{
    /// <summary>Offset of Beijing time, which has no daylight saving.</summary>
    public static TimeSpan Beijing { get; } = TimeSpan.FromHours(8);

    /// <summary>The first moment at which the rows of a day are complete.</summary>
    /// <param name="day">The day.</param>
    public DateTimeOffset ReadyAt(DateOnly day) => new(day.AddDays(DaysAfter).ToDateTime(Time), Beijing);

    /// <summary>The last day whose rows are complete.</summary>
    /// <param name="now">The time.</param>
    public DateOnly LastReadyDay(DateTimeOffset now)
    {
        DateTimeOffset beijing = now.ToOffset(Beijing);
        DateOnly day = DateOnly.FromDateTime(beijing.DateTime).AddDays(-DaysAfter);
        return TimeOnly.FromDateTime(beijing.DateTime) >= Time ? day : day.AddDays(-1);
    }

    /// <summary>For example <c>16:00</c> or <c>+1 09:00</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(DaysAfter == 0 ? "" : $"+{DaysAfter} ")}{Time:HH:mm}");
}
