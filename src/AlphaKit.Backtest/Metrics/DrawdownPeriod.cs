namespace AlphaKit.Backtest;

/// <summary>A fall of a value from a high, and how long it took to get back 回撤区间.</summary>
/// <param name="Depth">Value at the trough / value at the high − 1; negative.</param>
/// <param name="Peak">Day of the high; the first day of the series if its start is the high.</param>
/// <param name="Trough">Day of the lowest value.</param>
/// <param name="Recovery">Day on which the high was reached again; null if it was not.</param>
/// <param name="DaysDown">Trading days from the high to the trough.</param>
/// <param name="DaysToRecover">Trading days from the trough to the recovery; null if there was none.</param>
public sealed record DrawdownPeriod(double Depth, DateOnly Peak, DateOnly Trough, DateOnly? Recovery, int DaysDown, int? DaysToRecover)
{
    /// <summary>
    /// The deepest falls of a series, deepest first. A fall lasts from a high until that high is reached again, so that two falls never share a
    /// day below water; equal depths stand in order of time.
    /// </summary>
    /// <param name="calendar">The trading days.</param>
    /// <param name="returns">Simple daily returns, one per day, finite.</param>
    /// <param name="count">Most falls to return.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static IReadOnlyList<DrawdownPeriod> Deepest(TradingCalendar calendar, ReadOnlySpan<double> returns, int count = 10)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (returns.Length != calendar.Count)
            throw new ArgumentException($"There are {returns.Length} returns and {calendar.Count} days: there must be one for each day.", nameof(returns));
        List<DrawdownPeriod> found = [];
        double value = 1, high = 1, low = 1;
        int peak = -1, trough = -1;
        for (int t = 0; t < returns.Length; t++)
        {
            value *= 1 + returns[t];
            if (value >= high)
            {
                if (trough >= 0) found.Add(Make(calendar, (low - high) / high, peak, trough, t));
                (high, low, peak, trough) = (value, value, t, -1);
            }
            else if (trough < 0 || value < low)
            {
                (low, trough) = (value, t);
            }
        }

        if (trough >= 0) found.Add(Make(calendar, (low - high) / high, peak, trough, -1));
        return [.. found.OrderBy(d => d.Depth).ThenBy(d => d.Trough).Take(count)];
    }

    /// <summary>Falls as a table: rank, depth, peak, trough, recovery (empty if there was none), days_down, days_to_recover.</summary>
    /// <param name="falls">The falls, in the order of the rows.</param>
    public static Table ToTable(IReadOnlyList<DrawdownPeriod> falls)
    {
        ArgumentNullException.ThrowIfNull(falls);
        return new Table(
            "drawdowns",
            TableColumn.Integer("rank", Enumerable.Range(1, falls.Count).Select(i => (long)i)),
            TableColumn.Number("depth", falls.Select(f => f.Depth), "P2"),
            TableColumn.Date("peak", falls.Select(f => f.Peak)),
            TableColumn.Date("trough", falls.Select(f => f.Trough)),
            TableColumn.Text("recovery", falls.Select(f => f.Recovery is { } day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "")),
            TableColumn.Integer("days_down", falls.Select(f => (long)f.DaysDown)),
            TableColumn.Number("days_to_recover", falls.Select(f => f.DaysToRecover ?? double.NaN), "N0"));
    }

    private static DrawdownPeriod Make(TradingCalendar calendar, double depth, int peak, int trough, int recovery) => new(
        depth,
        calendar[Math.Max(peak, 0)],
        calendar[trough],
        recovery < 0 ? null : calendar[recovery],
        trough - peak,
        recovery < 0 ? null : recovery - trough);
}
