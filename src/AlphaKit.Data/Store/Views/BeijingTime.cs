namespace AlphaKit.Data;

/// <summary>
/// Moments in microseconds since 1970 (UTC), from days and clocks in Beijing time (UTC+8, without summer time since 1991).
/// </summary>
internal static class BeijingTime
{
    private static readonly TimeSpan s_offset = TimeSpan.FromHours(8);

    /// <summary>
    /// When a clock of a day strikes: 09:25, 15:00, 20:00, midnight at its end, and 09:20 of the next day that is not a Saturday or Sunday.
    /// </summary>
    public static long Of(DateOnly day, Clock clock) => clock switch
    {
        Clock.Open => At(day, new TimeSpan(9, 25, 0)),
        Clock.Close => At(day, new TimeSpan(15, 0, 0)),
        Clock.Evening => At(day, new TimeSpan(20, 0, 0)),
        Clock.Announced => At(day, TimeSpan.FromDays(1)),
        Clock.NextMorning => At(day.AddDays(day.DayOfWeek switch { DayOfWeek.Friday => 3, DayOfWeek.Saturday => 2, _ => 1 }), new TimeSpan(9, 20, 0)),
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "Must be a clock."),
    };

    public static long Microseconds(DateTimeOffset moment) => (moment.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>The day in Beijing on which a moment falls.</summary>
    public static DateOnly DayOf(long microseconds) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddMicroseconds(microseconds) + s_offset);

    private static long At(DateOnly day, TimeSpan time) => (day.ToDateTime(TimeOnly.MinValue).Ticks + (time - s_offset).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
