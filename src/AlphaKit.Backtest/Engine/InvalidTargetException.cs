namespace AlphaKit.Backtest;

/// <summary>A strategy wants something that cannot be held here: a symbol without market data, or one that is no A share.</summary>
public sealed class InvalidTargetException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="symbol">The symbol wanted.</param>
    /// <param name="date">Day of the decision.</param>
    /// <param name="reason">Why it cannot be held, as one clause.</param>
    public InvalidTargetException(Symbol symbol, DateOnly date, string reason)
        : base($"What was decided on {date:yyyy-MM-dd} names {symbol}, which cannot be dealt: {reason}")
    {
        Symbol = symbol;
        Date = date;
        Reason = reason;
    }

    /// <summary>The symbol wanted.</summary>
    public Symbol Symbol { get; }

    /// <summary>Day of the decision.</summary>
    public DateOnly Date { get; }

    /// <summary>Why it cannot be held.</summary>
    public string Reason { get; }
}
