namespace AlphaKit;

/// <summary>What a portfolio owns before a decision, valued at the last known prices.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class Holdings
{
    private readonly Dictionary<Symbol, Holding> _bySymbol;

    /// <summary>Makes holdings.</summary>
    /// <param name="cash">Cash, CNY.</param>
    /// <param name="receivables">Dividends entitled to but not yet paid, less taxes owed, CNY.</param>
    /// <param name="positions">The positions.</param>
    /// <exception cref="ArgumentException">A symbol comes twice.</exception>
    public Holdings(decimal cash, decimal receivables, IEnumerable<Holding> positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        Cash = cash;
        Receivables = receivables;
        Positions = [.. positions.OrderBy(p => p.Symbol)];
        _bySymbol = new Dictionary<Symbol, Holding>(Positions.Count);
        foreach (Holding position in Positions)
        {
            if (!_bySymbol.TryAdd(position.Symbol, position)) throw new ArgumentException($"{position.Symbol} is held twice.", nameof(positions));
        }

        NetAssetValue = cash + receivables + Positions.Sum(p => p.Value);
    }

    /// <summary>Cash, CNY.</summary>
    public decimal Cash { get; }

    /// <summary>Dividends entitled to but not yet paid, less taxes owed, CNY.</summary>
    public decimal Receivables { get; }

    /// <summary>The positions, ordered by symbol.</summary>
    public IReadOnlyList<Holding> Positions { get; }

    /// <summary>Cash + receivables + positions, CNY.</summary>
    public decimal NetAssetValue { get; }

    /// <summary>Only cash.</summary>
    /// <param name="cash">CNY.</param>
    public static Holdings OnlyCash(decimal cash) => new(cash, 0m, []);

    /// <summary>The position in a symbol, or null.</summary>
    /// <param name="symbol">The symbol.</param>
    public Holding? Find(Symbol symbol) => _bySymbol.GetValueOrDefault(symbol);

    /// <summary>The drifted weight of a symbol: value / net asset value.</summary>
    /// <param name="symbol">The symbol.</param>
    public double WeightOf(Symbol symbol) =>
        NetAssetValue > 0 && _bySymbol.TryGetValue(symbol, out Holding? position) ? (double)(position.Value / NetAssetValue) : 0;
}
