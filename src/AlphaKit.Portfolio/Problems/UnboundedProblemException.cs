namespace AlphaKit.Portfolio;

/// <summary>The objective grows without limit: some weights have no bound, directly or through a budget, and nothing holds them back.</summary>
public sealed class UnboundedProblemException : AlphaKitException
{
    private const int Named = 10;

    /// <summary>Creates the exception.</summary>
    /// <param name="symbols">The instruments whose weights run away, the largest first.</param>
    /// <param name="weights">Their directions: the weights at which the search stopped.</param>
    public UnboundedProblemException(IReadOnlyList<Symbol> symbols, IReadOnlyList<double> weights)
        : base(Compose(symbols ?? throw new ArgumentNullException(nameof(symbols)), weights ?? throw new ArgumentNullException(nameof(weights))))
    {
        Symbols = symbols;
        Weights = weights;
    }

    /// <summary>The instruments whose weights run away.</summary>
    public IReadOnlyList<Symbol> Symbols { get; }

    /// <summary>The weights at which the search stopped; their signs are the directions.</summary>
    public IReadOnlyList<double> Weights { get; }

    private static string Compose(IReadOnlyList<Symbol> symbols, IReadOnlyList<double> weights)
    {
        IEnumerable<string> names = symbols.Take(Named).Select((s, i) => $"{s} ({(weights[i] > 0 ? "up" : "down")})");
        return $"The objective grows without limit: nothing holds {string.Join(", ", names)}{(symbols.Count > Named ? ", …" : "")}. Bound them: LongOnly with a Budget, Bounds, ActiveWeight, Turnover, or a Risk with specific variance.";
    }
}
