namespace AlphaKit.Portfolio;

/// <summary>Counts trading days of the past.</summary>
internal static class TradingDays
{
    /// <summary>Trading days from a day of the past to the decision day: 0 on the day itself.</summary>
    public static int Since(DecisionContext context, DateOnly day) => context.Past.Axes.Days - 1 - context.Past.Calendar.IndexAtOrBefore(day);
}
