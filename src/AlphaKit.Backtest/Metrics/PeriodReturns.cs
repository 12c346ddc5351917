namespace AlphaKit.Backtest;

/// <summary>Compounds daily returns by calendar year or month.</summary>
internal static class PeriodReturns
{
    public static int Year(DateOnly day) => day.Year;

    public static int Month(DateOnly day) => (day.Year * 12) + day.Month - 1;

    /// <summary>The periods in order: first row, number of days, compounded return.</summary>
    public static List<(int Start, int Count, double Return)> Of(TradingCalendar calendar, ReadOnlySpan<double> returns, Func<DateOnly, int> period)
    {
        List<(int, int, double)> result = [];
        int start = 0;
        for (int t = 1; t <= returns.Length; t++)
        {
            if (t < returns.Length && period(calendar[t]) == period(calendar[start])) continue;
            result.Add((start, t - start, ReturnStatistics.TotalReturn(returns[start..t])));
            start = t;
        }

        return result;
    }
}
