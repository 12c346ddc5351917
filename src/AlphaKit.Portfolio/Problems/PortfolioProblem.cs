namespace AlphaKit.Portfolio;

/// <summary>
/// Which portfolio is best, as one description that is read like a sentence:
/// <code>
/// maximise    μ'w − λ/2 · (w − c)' Σ (w − c) − Σ buy·(w − drifted)⁺ − Σ sell·(drifted − w)⁺
/// subject to  the named constraints
/// </code>
/// Every method gives a new problem with one thing more; the order of the calls does not matter except where a method says so. All weights are fractions of net asset
/// value, all arrays in the order of <see cref="Symbols"/>. Nothing is assumed: without <see cref="Budget(double)"/> weights may sum to anything, without
/// <see cref="LongOnly"/> they may be negative.
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed partial record PortfolioProblem
{
    /// <summary>A weight without any bound, directly or through a budget, counts as running away at this multiple of net asset value.</summary>
    public const double LargestWeight = 100;

    /// <summary>Benchmark weights must sum to one within this; what vendors publish is rounded.</summary>
    public const double SumTolerance = 0.005;

    private readonly Symbol[] _symbols;
    private readonly Dictionary<Symbol, int> _indexOf;

    private PortfolioProblem(Symbol[] symbols)
    {
        if (symbols.Length == 0) throw new InvalidProblemException("the universe is empty; at least one instrument is needed");
        _symbols = symbols;
        _indexOf = new Dictionary<Symbol, int>(symbols.Length);
        for (int i = 0; i < symbols.Length; i++)
        {
            if (symbols[i].IsNone) throw new InvalidProblemException("an instrument of the universe is unset");
            if (!_indexOf.TryAdd(symbols[i], i)) throw new InvalidProblemException("it is in the universe twice", symbols[i]);
        }
    }

    /// <summary>The instruments, in the order given.</summary>
    public IReadOnlyList<Symbol> Symbols => _symbols;

    /// <summary>The constraints, in the order of the calls.</summary>
    public IReadOnlyList<PortfolioConstraint> Constraints { get; private init; } = [];

    /// <summary>λ; 0 without risk in the objective.</summary>
    public double RiskAversion { get; private init; }

    /// <summary>Whether the risk in the objective is that of w or of w − benchmark.</summary>
    public Measured RiskMeasured { get; private init; }

    /// <summary>μ; zeros when not given.</summary>
    public ReadOnlyMemory<double> ExpectedReturns => Returns;

    /// <summary>The benchmark; empty when there is none.</summary>
    public ReadOnlyMemory<double> BenchmarkWeights => BenchmarkValues;

    /// <summary>The weights held now at the last prices; zeros when not given.</summary>
    public ReadOnlyMemory<double> DriftedWeights => Drifted;

    /// <summary>Cost per unit bought of each instrument; empty without costs.</summary>
    public ReadOnlyMemory<double> BuyCosts => BuyCost;

    /// <summary>Cost per unit sold of each instrument; empty without costs.</summary>
    public ReadOnlyMemory<double> SellCosts => SellCost;

    /// <summary>The risk; null when there is none.</summary>
    public FactorRisk? FactorRisk => RiskTerm?.Source;

    internal double[] Returns { get => field ??= new double[_symbols.Length]; private init; }

    internal double[] Drifted { get => field ??= new double[_symbols.Length]; private init; }

    internal double[]? BenchmarkValues { get; private init; }

    internal double[]? BuyCost { get; private init; }

    internal double[]? SellCost { get; private init; }

    internal RiskTerm? RiskTerm { get; private init; }

    internal int Count => _symbols.Length;

    /// <summary>A problem over these instruments, with nothing to maximise and no constraint yet.</summary>
    /// <param name="symbols">The instruments, each once.</param>
    /// <exception cref="InvalidProblemException">There is none, one is unset or comes twice.</exception>
    public static PortfolioProblem For(IEnumerable<Symbol> symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        return new PortfolioProblem([.. symbols]);
    }

    /// <summary>Enhance an index (指数增强): the universe is the members of the benchmark and the <paramref name="others"/>.</summary>
    /// <param name="benchmark">Weight per member, not negative, summing to one within <see cref="SumTolerance"/>.</param>
    /// <param name="others">Instruments beside the members; members among them are fine.</param>
    /// <exception cref="InvalidProblemException">A weight is negative or not finite, or they do not sum to one.</exception>
    public static PortfolioProblem Enhance(IEnumerable<KeyValuePair<Symbol, double>> benchmark, IEnumerable<Symbol>? others = null)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        KeyValuePair<Symbol, double>[] members = [.. benchmark];
        return For(members.Select(m => m.Key).Concat((others ?? []).Except(members.Select(m => m.Key)))).Benchmark(members);
    }

    /// <summary>Sets the benchmark, against which active weights, exposures and risk are measured.</summary>
    /// <param name="weights">Weight per instrument, not negative, summing to one within <see cref="SumTolerance"/>; others have none.</param>
    /// <exception cref="InvalidProblemException">An instrument is not in the universe, a weight is negative or not finite, or they do not sum to one.</exception>
    public PortfolioProblem Benchmark(IEnumerable<KeyValuePair<Symbol, double>> weights) => Benchmark(Spread(weights, "benchmark"));

    /// <summary>Sets the benchmark, against which active weights, exposures and risk are measured.</summary>
    /// <param name="weights">One weight per instrument, not negative, summing to one within <see cref="SumTolerance"/>.</param>
    /// <exception cref="InvalidProblemException">The length does not fit, a weight is negative or not finite, or they do not sum to one.</exception>
    public PortfolioProblem Benchmark(ReadOnlySpan<double> weights)
    {
        double[] values = Checked(weights, "benchmark");
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] < 0) throw new InvalidProblemException(FormattableString.Invariant($"its weight is {values[i]}; not below zero is needed"), _symbols[i], "benchmark");
            sum += values[i];
        }

        if (Math.Abs(sum - 1) > SumTolerance) throw new InvalidProblemException(FormattableString.Invariant($"its weights sum to {sum:G9}; one is needed, within {SumTolerance}"), constraint: "benchmark");
        return this with { BenchmarkValues = values };
    }

    /// <summary>Sets μ, what is expected of each instrument over the period between two rebalances.</summary>
    /// <param name="expectedReturns">One number per instrument, finite.</param>
    /// <exception cref="InvalidProblemException">The length does not fit, or a number is not finite.</exception>
    public PortfolioProblem Maximise(ReadOnlySpan<double> expectedReturns) => this with { Returns = Checked(expectedReturns, "expected returns") };

    /// <summary>Sets μ by instrument; every instrument of the universe needs one.</summary>
    /// <param name="expectedReturns">Number per instrument, finite.</param>
    /// <exception cref="InvalidProblemException">An instrument is unknown or has none, or a number is not finite.</exception>
    public PortfolioProblem Maximise(IReadOnlyDictionary<Symbol, double> expectedReturns)
    {
        double[] values = Spread(expectedReturns, "expected returns");
        foreach (Symbol symbol in _symbols)
        {
            if (!expectedReturns.ContainsKey(symbol)) throw new InvalidProblemException("it has none; leave it out of the universe or give it one", symbol, "expected returns");
        }

        return Maximise(values);
    }

    /// <summary>Takes λ/2 · variance off the objective.</summary>
    /// <param name="risk">The risk per trading day; covers all instruments, in any order.</param>
    /// <param name="aversion">λ, finite, not negative; 0 only makes the risk known, for <see cref="TrackingError"/> and <see cref="FactorExposure"/>.</param>
    /// <param name="measured">The variance of w, or of w − benchmark.</param>
    /// <exception cref="SymbolsNotCoveredException">The risk does not hold some instruments.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The aversion is negative or not finite.</exception>
    public PortfolioProblem Risk(FactorRisk risk, double aversion, Measured measured = Measured.Active)
    {
        ArgumentNullException.ThrowIfNull(risk);
        if (!(aversion >= 0) || !double.IsFinite(aversion)) throw new ArgumentOutOfRangeException(nameof(aversion), aversion, "Must be finite and not below zero.");
        if (!Enum.IsDefined(measured)) throw new ArgumentOutOfRangeException(nameof(measured), measured, "Must be a named measure.");
        return this with { RiskTerm = RiskTerm.Of(risk, _symbols), RiskAversion = aversion, RiskMeasured = measured };
    }

    /// <summary>Sets the weights held now, from which trades are counted.</summary>
    /// <param name="drifted">One weight per instrument at the last prices, finite.</param>
    /// <exception cref="InvalidProblemException">The length does not fit, or a number is not finite.</exception>
    public PortfolioProblem Holding(ReadOnlySpan<double> drifted) => this with { Drifted = Checked(drifted, "drifted weights") };

    /// <summary>Sets the weights held now, from which trades are counted; other instruments are not held.</summary>
    /// <param name="drifted">Weight per instrument at the last prices, finite.</param>
    /// <exception cref="InvalidProblemException">An instrument held is not in the universe, or a number is not finite.</exception>
    public PortfolioProblem Holding(IEnumerable<KeyValuePair<Symbol, double>> drifted) => Holding(Spread(drifted, "drifted weights"));

    /// <summary>Takes trading costs off the objective: the same rates for all instruments.</summary>
    /// <param name="buy">Cost per unit bought, 0 or more, in the unit of the expected returns.</param>
    /// <param name="sell">Cost per unit sold, 0 or more: stamp duty makes it the higher one.</param>
    /// <exception cref="InvalidProblemException">A rate is negative or not finite.</exception>
    public PortfolioProblem Costs(double buy, double sell)
    {
        double[] buys = new double[Count], sells = new double[Count];
        Array.Fill(buys, buy);
        Array.Fill(sells, sell);
        return Costs(buys, sells);
    }

    /// <summary>Takes trading costs off the objective: rates by instrument.</summary>
    /// <param name="buy">Cost per unit bought of each instrument, 0 or more.</param>
    /// <param name="sell">Cost per unit sold of each instrument, 0 or more.</param>
    /// <exception cref="InvalidProblemException">A length does not fit, or a rate is negative or not finite.</exception>
    public PortfolioProblem Costs(ReadOnlySpan<double> buy, ReadOnlySpan<double> sell)
    {
        double[] buys = Checked(buy, "costs of buying"), sells = Checked(sell, "costs of selling");
        for (int i = 0; i < Count; i++)
        {
            if (buys[i] < 0 || sells[i] < 0) throw new InvalidProblemException(FormattableString.Invariant($"the rates are {buys[i]} and {sells[i]}; not below zero is needed"), _symbols[i], "costs");
        }

        return this with { BuyCost = buys, SellCost = sells };
    }

    /// <summary>Solves the problem on one thread.</summary>
    /// <param name="cancellation">Ends the search for conflicts and tracking errors early.</param>
    /// <returns>The best portfolio, with its certificate.</returns>
    /// <exception cref="InfeasibleProblemException">No portfolio meets all constraints; it names an irreducible set of them.</exception>
    /// <exception cref="UnboundedProblemException">The objective grows without limit.</exception>
    /// <exception cref="InvalidProblemException">Something that a constraint needs is missing, for instance the benchmark.</exception>
    /// <exception cref="SolverFailureException">No certificate was reached.</exception>
    public PortfolioSolution Solve(CancellationToken cancellation = default) => PortfolioSolver.Solve(this, cancellation);

    /// <summary>The position of an instrument in <see cref="Symbols"/>; −1 if it is not in the universe.</summary>
    /// <param name="symbol">The instrument.</param>
    public int IndexOf(Symbol symbol) => _indexOf.GetValueOrDefault(symbol, -1);

    private double[] Checked(ReadOnlySpan<double> values, string what)
    {
        if (values.Length != Count) throw new InvalidProblemException(FormattableString.Invariant($"{values.Length} numbers were given for {Count} instruments"), constraint: what);
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i])) throw new InvalidProblemException(FormattableString.Invariant($"its number is {values[i]}; a finite one is needed"), _symbols[i], what);
        }

        return values.ToArray();
    }

    private double[] Spread(IEnumerable<KeyValuePair<Symbol, double>> values, string what)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] spread = new double[Count];
        HashSet<Symbol> seen = [];
        foreach ((Symbol symbol, double value) in values)
        {
            if (!_indexOf.TryGetValue(symbol, out int i)) throw new InvalidProblemException("it is not in the universe; add it, with an upper bound of zero if it is only to be sold", symbol, what);
            if (!seen.Add(symbol)) throw new InvalidProblemException("it is given twice", symbol, what);
            spread[i] = value;
        }

        return spread;
    }
}
