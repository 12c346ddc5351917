namespace AlphaKit.Backtest;

/// <summary>The dates of a backtest do not lie within the data, or hold no trading day.</summary>
public sealed class BacktestRangeException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="from">First date asked for.</param>
    /// <param name="to">Last date asked for.</param>
    /// <param name="first">First trading day of the data.</param>
    /// <param name="last">Last trading day of the data.</param>
    public BacktestRangeException(DateOnly from, DateOnly to, DateOnly first, DateOnly last)
        : base($"A backtest from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} does not fit the data: the dates must lie between {first:yyyy-MM-dd} and {last:yyyy-MM-dd}, in that order, with a trading day among them.")
    {
        From = from;
        To = to;
        First = first;
        Last = last;
    }

    /// <summary>First date asked for.</summary>
    public DateOnly From { get; }

    /// <summary>Last date asked for.</summary>
    public DateOnly To { get; }

    /// <summary>First trading day of the data.</summary>
    public DateOnly First { get; }

    /// <summary>Last trading day of the data.</summary>
    public DateOnly Last { get; }
}
