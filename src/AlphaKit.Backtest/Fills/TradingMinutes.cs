namespace AlphaKit.Backtest;

/// <summary>The minutes of continuous trading and closing call, by the time at which their bars end.</summary>
internal static class TradingMinutes
{
    private static readonly TimeOnly LunchFrom = new(11, 30), LunchUntil = new(13, 0);

    public static TimeOnly Open { get; } = new(9, 30);

    public static TimeOnly Close { get; } = new(15, 0);

    /// <summary>True if a bar that ends at that time lies within a window.</summary>
    public static bool Contains(MinuteExecution window, TimeOnly end) => end > window.From && end <= window.Until;

    /// <summary>How many minutes of a window come from one bar on, that one included.</summary>
    public static int Left(MinuteExecution window, TimeOnly end) => Between(end.AddMinutes(-1), window.Until);

    private static int Between(TimeOnly from, TimeOnly until) => Elapsed(until) - Elapsed(from);

    private static int Elapsed(TimeOnly time)
    {
        int minutes = (int)(time - Open).TotalMinutes;
        if (time <= LunchFrom) return minutes;
        int lunch = (int)(LunchUntil - LunchFrom).TotalMinutes;
        return time <= LunchUntil ? minutes - (int)(time - LunchFrom).TotalMinutes : minutes - lunch;
    }
}
