namespace AlphaKit.Portfolio;

/// <summary>
/// A target in the making: what the strategy wants, and what overlays take back. Factors of all overlays multiply; of limits the lowest holds, first
/// per name, then per group, then over all. Nothing here can raise a weight above what the strategy wants.
/// </summary>
/// <threadsafety>Used by one decision.</threadsafety>
public sealed class TargetDraft
{
    private readonly SortedDictionary<Symbol, double> _weights = [];
    private readonly Dictionary<Symbol, double> _factors = [];
    private readonly Dictionary<Symbol, double> _limits = [];
    private readonly List<(string Name, Symbol[] Symbols, double Weight)> _groups = [];
    private readonly DecisionContext _context;
    private readonly List<OverlayEvent> _log;
    private double _factor = 1;
    private double _invested = double.PositiveInfinity;

    internal TargetDraft(DecisionContext context, TargetWeights wanted, List<OverlayEvent> log)
    {
        _context = context;
        _log = log;
        IsKept = wanted.KeepReason is not null;
        foreach (Holding position in context.Holdings.Positions) _weights[position.Symbol] = IsKept ? context.Holdings.WeightOf(position.Symbol) : 0;
        foreach ((Symbol symbol, double weight) in wanted.Items) _weights[symbol] = weight;
    }

    /// <summary>True when the strategy keeps its holdings: the weights are then those held.</summary>
    public bool IsKept { get; }

    /// <summary>The names wanted or held, ascending.</summary>
    public IReadOnlyCollection<Symbol> Symbols => _weights.Keys;

    /// <summary>Name of the overlay at work, for the log.</summary>
    internal string Overlay { get; set; } = "";

    /// <summary>What all names are multiplied by.</summary>
    internal double TotalFactor => _factor;

    internal IReadOnlyDictionary<Symbol, double> Limits => _limits;

    internal IReadOnlyList<(string Name, Symbol[] Symbols, double Weight)> Groups => _groups;

    internal double InvestedLimit => _invested;

    /// <summary>The weight that the strategy wants, or that is held when it keeps; before any overlay.</summary>
    /// <param name="symbol">The name.</param>
    public double WeightOf(Symbol symbol) => _weights.GetValueOrDefault(symbol);

    /// <summary>Multiplies all weights.</summary>
    /// <param name="factor">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is outside its range.</exception>
    public void Scale(double factor) => _factor *= Checked(factor, nameof(factor));

    /// <summary>Multiplies one weight; 0 sells the name and keeps it from being bought.</summary>
    /// <param name="symbol">The name.</param>
    /// <param name="factor">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is outside its range.</exception>
    public void Scale(Symbol symbol, double factor) => _factors[symbol] = _factors.GetValueOrDefault(symbol, 1) * Checked(factor, nameof(factor));

    /// <summary>Limits one weight.</summary>
    /// <param name="symbol">The name.</param>
    /// <param name="weight">The most, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside its range.</exception>
    public void Limit(Symbol symbol, double weight) => _limits[symbol] = Math.Min(_limits.GetValueOrDefault(symbol, 1), Checked(weight, nameof(weight)));

    /// <summary>Limits the sum of some weights; they are cut in proportion.</summary>
    /// <param name="name">Name of the group; groups are applied in the order of their names.</param>
    /// <param name="symbols">The names.</param>
    /// <param name="weight">The most, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside its range.</exception>
    public void LimitGroup(string name, IEnumerable<Symbol> symbols, double weight)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(symbols);
        _groups.Add((name, [.. symbols], Checked(weight, nameof(weight))));
    }

    /// <summary>Limits the sum of all weights; they are cut in proportion.</summary>
    /// <param name="weight">The most, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside its range.</exception>
    public void LimitInvested(double weight) => _invested = Math.Min(_invested, Checked(weight, nameof(weight)));

    /// <summary>Keeps a name from being bought: its weight is limited to what is held.</summary>
    /// <param name="symbol">The name.</param>
    public void NoBuying(Symbol symbol) => Limit(symbol, Math.Clamp(_context.Holdings.WeightOf(symbol), 0, 1));

    /// <summary>Writes a line of the log, dated by the decision day.</summary>
    /// <param name="state">What has happened, in a word or two, for example "reduced".</param>
    /// <param name="value">The figure that decided; NaN if there is none.</param>
    /// <param name="detail">One sentence.</param>
    /// <param name="symbol">The name it is about; null for all.</param>
    public void Log(string state, double value, string detail, Symbol? symbol = null) => _log.Add(new OverlayEvent(_context.Today, Overlay, symbol, state, value, detail));

    /// <summary>Writes a line about an earlier day, which a rule has gone through only now.</summary>
    internal void Log(DateOnly date, string state, double value, string detail, Symbol symbol) => _log.Add(new OverlayEvent(date, Overlay, symbol, state, value, detail));

    internal double FactorOf(Symbol symbol) => _factor * _factors.GetValueOrDefault(symbol, 1);

    private static double Checked(double value, string name) => value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "Must be 0 to 1.");
}
