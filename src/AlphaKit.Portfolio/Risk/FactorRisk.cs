namespace AlphaKit.Portfolio;

/// <summary>
/// The risk of one day: the covariance of returns in factor form, Σ = X F Xᵀ + diag(s), for N instruments and K factors.
/// All of it is per trading day, in decimal returns (0.01 is one percent): variances are squared daily returns.
/// <code>
/// X  exposures            N × K, row after row: X[i·K + k] is instrument i, factor k
/// F  factor covariance    K × K, symmetric, positive semidefinite
/// s  specific variance    N, not negative
/// </code>
/// Every kind of estimate has this form: a factor model as it is, a diagonal with K = 0, a full covariance by its Cholesky factor
/// (<see cref="FromCovariance"/>).
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed partial class FactorRisk
{
    private readonly Symbol[] _symbols;
    private readonly string[] _factors;
    private readonly double[] _exposures;
    private readonly double[] _covariance;
    private readonly double[] _specific;
    private readonly Lazy<Dictionary<Symbol, int>> _rowOf;

    /// <summary>Makes the risk of a day; everything given is checked and copied.</summary>
    /// <param name="date">The day.</param>
    /// <param name="symbols">The N instruments, each once, in any order.</param>
    /// <param name="factors">The K names of the factors, each once.</param>
    /// <param name="exposures">N × K exposures, row after row, finite.</param>
    /// <param name="covariance">K × K factor covariance per day; symmetric to 1e-9 and positive semidefinite to 1e-10 of its largest variance.</param>
    /// <param name="specificVariance">N specific variances per day, finite, not negative.</param>
    /// <exception cref="ArgumentException">A length does not fit, or an instrument or factor comes twice.</exception>
    /// <exception cref="InvalidRiskException">A value is not finite, the covariance is not symmetric or not positive semidefinite, or a specific variance is negative.</exception>
    public FactorRisk(
        DateOnly date,
        IReadOnlyList<Symbol> symbols,
        IReadOnlyList<string> factors,
        ReadOnlySpan<double> exposures,
        ReadOnlySpan<double> covariance,
        ReadOnlySpan<double> specificVariance)
        : this(date, [.. Given(symbols)], [.. Given(factors)], exposures.ToArray(), covariance.ToArray(), specificVariance.ToArray(), null)
    {
        Check();
    }

    /// <summary>Takes over what was checked before.</summary>
    private FactorRisk(DateOnly date, Symbol[] symbols, string[] factors, double[] exposures, double[] covariance, double[] specific, Lazy<Dictionary<Symbol, int>>? rowOf)
    {
        Date = date;
        _symbols = symbols;
        _factors = factors;
        _exposures = exposures;
        _covariance = covariance;
        _specific = specific;
        _rowOf = rowOf ?? new(() =>
        {
            Dictionary<Symbol, int> rows = new(_symbols.Length);
            for (int i = 0; i < _symbols.Length; i++) rows.Add(_symbols[i], i);
            return rows;
        });
    }

    /// <summary>The day.</summary>
    public DateOnly Date { get; }

    /// <summary>The N instruments.</summary>
    public IReadOnlyList<Symbol> Symbols => _symbols;

    /// <summary>The names of the K factors.</summary>
    public IReadOnlyList<string> Factors => _factors;

    /// <summary>N × K exposures, row after row: instrument i, factor k at i·K + k.</summary>
    public ReadOnlyMemory<double> Exposures => _exposures;

    /// <summary>K × K factor covariance per trading day, row after row.</summary>
    public ReadOnlyMemory<double> Covariance => _covariance;

    /// <summary>N specific variances per trading day.</summary>
    public ReadOnlyMemory<double> SpecificVariance => _specific;

    /// <summary>The row of an instrument; −1 if this risk does not hold it.</summary>
    /// <param name="symbol">The instrument.</param>
    public int RowOf(Symbol symbol) => _rowOf.Value.GetValueOrDefault(symbol, -1);

    /// <summary>The position of a factor in <see cref="Factors"/>; −1 if there is none of that name.</summary>
    /// <param name="factor">The name.</param>
    public int IndexOf(string factor) => Array.IndexOf(_factors, factor);

    /// <summary>The exposures of one instrument, length K.</summary>
    /// <param name="row">0 to N − 1.</param>
    public ReadOnlySpan<double> ExposuresOf(int row) => _exposures.AsSpan(row * _factors.Length, _factors.Length);

    /// <summary>A risk without factors: Σ = diag(<paramref name="variance"/>).</summary>
    /// <param name="date">The day.</param>
    /// <param name="symbols">The N instruments, each once.</param>
    /// <param name="variance">N variances per day, finite, not negative.</param>
    /// <exception cref="ArgumentException">A length does not fit, or an instrument comes twice.</exception>
    /// <exception cref="InvalidRiskException">A variance is negative or not finite.</exception>
    public static FactorRisk Diagonal(DateOnly date, IReadOnlyList<Symbol> symbols, ReadOnlySpan<double> variance) =>
        new(date, symbols, [], [], [], variance);

    /// <summary>
    /// A full covariance as K factors with F = I, by Cholesky factorisation with diagonal pivoting (P Σ Pᵀ = L Lᵀ, X = Pᵀ L); K is the
    /// numerical rank, at most N. O(N²·K) time.
    /// </summary>
    /// <param name="date">The day.</param>
    /// <param name="symbols">The N instruments, each once.</param>
    /// <param name="covariance">N × N covariance per day, symmetric and positive semidefinite to 1e-10 of its largest variance.</param>
    /// <exception cref="ArgumentException">A length does not fit, or an instrument comes twice.</exception>
    /// <exception cref="InvalidRiskException">A value is not finite, or the matrix is not symmetric or not positive semidefinite.</exception>
    public static FactorRisk FromCovariance(DateOnly date, IReadOnlyList<Symbol> symbols, ReadOnlySpan<double> covariance)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        int n = symbols.Count;
        if (covariance.Length != (long)n * n)
            throw new ArgumentException(FormattableString.Invariant($"{n} instruments need {(long)n * n} covariances, {covariance.Length} were given."), nameof(covariance));
        CheckSymmetric(date, covariance, n, i => (null, symbols[i]));
        double[] factor = PivotedCholesky.Factor(covariance, n, SemidefiniteTolerance, out int rank, out int negative);
        if (negative >= 0) throw new InvalidRiskException(date, "the covariance is not positive semidefinite; the first pivot below zero is met here", symbol: symbols[negative]);
        double[] identity = new double[rank * rank];
        for (int k = 0; k < rank; k++) identity[(k * rank) + k] = 1;
        string[] names = [.. Enumerable.Range(1, rank).Select(k => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cholesky {k}"))];
        return new FactorRisk(date, symbols, names, factor, identity, new double[n]);
    }

    /// <summary>Some of the instruments, in another order.</summary>
    /// <param name="symbols">The instruments wanted, each once.</param>
    /// <exception cref="SymbolsNotCoveredException">This risk does not hold some of them.</exception>
    /// <exception cref="ArgumentException">An instrument comes twice.</exception>
    public FactorRisk For(IReadOnlyList<Symbol> symbols)
    {
        Symbol[] wanted = [.. Given(symbols)];
        int k = _factors.Length;
        double[] exposures = new double[wanted.Length * k], specific = new double[wanted.Length];
        List<Symbol> unknown = [];
        HashSet<Symbol> seen = new(wanted.Length);
        for (int i = 0; i < wanted.Length; i++)
        {
            if (!seen.Add(wanted[i])) throw new ArgumentException($"{wanted[i]} is asked for twice.", nameof(symbols));
            int row = RowOf(wanted[i]);
            if (row < 0)
            {
                unknown.Add(wanted[i]);
                continue;
            }

            _exposures.AsSpan(row * k, k).CopyTo(exposures.AsSpan(i * k));
            specific[i] = _specific[row];
        }

        if (unknown.Count > 0) throw new SymbolsNotCoveredException(Date, unknown);
        return new FactorRisk(Date, wanted, _factors, exposures, _covariance, specific, null);
    }

    /// <summary>Day, size and number of factors.</summary>
    public override string ToString() => FormattableString.Invariant($"risk of {Date:yyyy-MM-dd}: {_symbols.Length} instruments, {_factors.Length} factors");

    private static IReadOnlyList<T> Given<T>(IReadOnlyList<T> list) => list ?? throw new ArgumentNullException(nameof(list));
}
