namespace AlphaKit.Portfolio;

/// <summary>Risk was asked for of instruments that the estimate of that day does not hold.</summary>
public sealed class SymbolsNotCoveredException : AlphaKitException
{
    private const int Named = 20;

    /// <summary>Creates the exception.</summary>
    /// <param name="date">The day of the estimate.</param>
    /// <param name="symbols">The instruments without risk, at least one.</param>
    public SymbolsNotCoveredException(DateOnly date, IReadOnlyList<Symbol> symbols)
        : base(Message(date, symbols ?? throw new ArgumentNullException(nameof(symbols))))
    {
        Date = date;
        Symbols = symbols;
    }

    /// <summary>The day of the estimate.</summary>
    public DateOnly Date { get; }

    /// <summary>The instruments without risk.</summary>
    public IReadOnlyList<Symbol> Symbols { get; }

    private static new string Message(DateOnly date, IReadOnlyList<Symbol> symbols) => FormattableString.Invariant(
        $"The risk of {date:yyyy-MM-dd} does not cover {symbols.Count} of the instruments asked for: {string.Join(", ", symbols.Take(Named))}{(symbols.Count > Named ? ", …" : "")}. Leave them out or widen the universe of the risk model.");
}
