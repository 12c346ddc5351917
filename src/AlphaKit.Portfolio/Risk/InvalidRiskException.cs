namespace AlphaKit.Portfolio;

/// <summary>A risk estimate that cannot be one: a value that is not finite, a covariance that is not symmetric or not positive semidefinite, a negative variance.</summary>
public sealed class InvalidRiskException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="date">The day of the estimate.</param>
    /// <param name="fault">What is wrong with it and what would be right, as one clause.</param>
    /// <param name="factor">The factor at fault; null when it is not one factor.</param>
    /// <param name="symbol">The instrument at fault; null when it is not one instrument.</param>
    public InvalidRiskException(DateOnly date, string fault, string? factor = null, Symbol? symbol = null)
        : base(Message(date, fault, factor, symbol))
    {
        Date = date;
        Factor = factor;
        Symbol = symbol;
    }

    /// <summary>The day of the estimate.</summary>
    public DateOnly Date { get; }

    /// <summary>The factor at fault, or null.</summary>
    public string? Factor { get; }

    /// <summary>The instrument at fault, or null.</summary>
    public Symbol? Symbol { get; }

    private static new string Message(DateOnly date, string fault, string? factor, Symbol? symbol)
    {
        string where = (factor, symbol) switch
        {
            (null, null) => "",
            (null, { } s) => $", {s}",
            ({ } f, null) => $", factor '{f}'",
            ({ } f, { } s) => $", {s}, factor '{f}'",
        };
        return FormattableString.Invariant($"Risk of {date:yyyy-MM-dd}{where}: {fault}.");
    }
}
