namespace AlphaKit.Backtest;

/// <summary>The benchmark index has no closing price on a day of the backtest.</summary>
public sealed class MissingBenchmarkException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="index">The index.</param>
    /// <param name="date">The day without a bar.</param>
    public MissingBenchmarkException(Symbol index, DateOnly date)
        : base($"The benchmark {index} has no close on {date:yyyy-MM-dd}: supply its bars for every day of the backtest and the day before, or choose another benchmark.")
    {
        Index = index;
        Date = date;
    }

    /// <summary>The index.</summary>
    public Symbol Index { get; }

    /// <summary>The day without a bar.</summary>
    public DateOnly Date { get; }
}
