namespace AlphaKit.Portfolio;

/// <summary>A portfolio problem that means nothing: a number that is not finite, crossed limits, an unknown name, weights that do not sum.</summary>
public sealed class InvalidProblemException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">What is wrong and what would be right, as one clause.</param>
    /// <param name="symbol">The instrument at fault; null when it is not one instrument.</param>
    /// <param name="constraint">The constraint or input at fault; null when it is the problem as a whole.</param>
    public InvalidProblemException(string fault, Symbol? symbol = null, string? constraint = null)
        : base(Compose(fault, symbol, constraint))
    {
        Symbol = symbol;
        Constraint = constraint;
    }

    /// <summary>The instrument at fault, or null.</summary>
    public Symbol? Symbol { get; }

    /// <summary>The constraint or input at fault, or null.</summary>
    public string? Constraint { get; }

    private static string Compose(string fault, Symbol? symbol, string? constraint)
    {
        string where = (constraint, symbol) switch
        {
            (null, null) => "Portfolio problem",
            (null, { } s) => $"Portfolio problem, {s}",
            ({ } c, null) => $"Portfolio problem, '{c}'",
            ({ } c, { } s) => $"Portfolio problem, '{c}', {s}",
        };
        return $"{where}: {fault}.";
    }
}
