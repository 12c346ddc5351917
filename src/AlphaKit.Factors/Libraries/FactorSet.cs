using System.Collections;

namespace AlphaKit.Factors;

/// <summary>
/// Named factors and the preprocessing steps that follow them, in order: the description of a <see cref="FeatureTensor"/>.
/// <code>
/// FactorSet factors = FactorSet.Basic.CoveredBy(market.Coverage)
///     .Then(Winsorise.Mad(3), Neutralise.IndustryAndSize(), Standardise.ZScore());
/// FeatureTensor x = factors.Compute(panel);      // the panel was queried with factors.RequiredFields
/// </code>
/// </summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class FactorSet : IReadOnlyList<NamedFactor>
{
    private readonly NamedFactor[] _factors;
    private readonly CrossSectionStep[] _steps;
    private readonly MarketCoverage? _coverage;
    private readonly Lazy<IReadOnlyList<Field>> _factorFields;

    private FactorSet(NamedFactor[] factors, CrossSectionStep[] steps, MarketCoverage? coverage, IReadOnlyList<KeyValuePair<string, string>> dropped)
    {
        _factors = factors;
        _steps = steps;
        _coverage = coverage;
        Dropped = dropped;
        _factorFields = new Lazy<IReadOnlyList<Field>>(() => Factor.FieldsOf(Expressions));
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (NamedFactor factor in factors)
        {
            if (!names.Add(factor.Name)) throw new ArgumentException($"The set has two factors named '{factor.Name}'.", nameof(factors));
        }
    }

    /// <summary>The basic set: the seventeen daily factors of <see cref="BasicFactors"/>.</summary>
    public static FactorSet Basic { get; } = Of(BasicFactors.All);

    /// <summary>The 101 formulaic alphas of Kakushadze (2016), <see cref="Factors.Alpha101"/>.</summary>
    public static FactorSet Alpha101 => Factors.Alpha101.Set;

    /// <summary>Qlib's 158 features, <see cref="Factors.Alpha158"/>.</summary>
    public static FactorSet Alpha158 => Factors.Alpha158.Set;

    /// <summary>Qlib's 360 features, <see cref="Factors.Alpha360"/>.</summary>
    public static FactorSet Alpha360 => Factors.Alpha360.Set;

    /// <summary>How many factors there are.</summary>
    public int Count => _factors.Length;

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Names => [.. _factors.Select(f => f.Name)];

    /// <summary>The preprocessing steps, in order.</summary>
    public IReadOnlyList<CrossSectionStep> Steps => _steps;

    /// <summary>What <see cref="CoveredBy"/> and <see cref="LookingBackAtMost"/> left out: name of the factor or step and why.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Dropped { get; }

    /// <summary>Most trading days of history that a factor needs.</summary>
    public int LookBack => _factors.Length == 0 ? 0 : _factors.Max(f => f.Expression.LookBack);

    /// <summary>
    /// The fields that a panel must hold for the factors and the steps, ordered by name. A step that can work with one field or another
    /// names the ones that the coverage given to <see cref="CoveredBy"/> has, or all of them when no coverage was given.
    /// </summary>
    public IReadOnlyList<Field> RequiredFields =>
    [
        .. FactorFields
            .Concat(_steps.SelectMany(s => s.FieldsAmong(f => _coverage?.Has(f) ?? true)))
            .Distinct()
            .OrderBy(f => f.Name, StringComparer.Ordinal),
    ];

    /// <summary>The expressions, in order.</summary>
    internal Factor[] Expressions => Array.ConvertAll(_factors, f => f.Expression);

    /// <summary>The fields that the factors read, steps aside.</summary>
    internal IReadOnlyList<Field> FactorFields => _factorFields.Value;

    /// <summary>The factor at a position.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public NamedFactor this[int index] => _factors[index];

    /// <summary>The expression of that name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">The set has no such factor.</exception>
    public Factor this[string name] => Array.Find(_factors, f => f.Name == name)?.Expression
        ?? throw new KeyNotFoundException($"There is no factor '{name}'; the set has {string.Join(", ", Names)}.");

    /// <summary>A set of factors.</summary>
    /// <param name="factors">The factors; names unique.</param>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public static FactorSet Of(params IEnumerable<NamedFactor> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        return new FactorSet([.. factors], [], null, []);
    }

    /// <summary>The set with one factor more.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="expression">Its expression.</param>
    /// <param name="description">What it is, in one line.</param>
    /// <exception cref="ArgumentException">The name is taken or malformed.</exception>
    public FactorSet Add(string name, Factor expression, string description = "") =>
        new([.. _factors, new NamedFactor(name, expression, description)], _steps, _coverage, Dropped);

    /// <summary>The set with the factors of another set added; the steps stay those of this set.</summary>
    /// <param name="others">The factors to add.</param>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public FactorSet Add(IEnumerable<NamedFactor> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new FactorSet([.. _factors, .. others], _steps, _coverage, Dropped);
    }

    /// <summary>
    /// The factors and steps whose fields a source covers; the others are remembered in <see cref="Dropped"/> with the reason. A step that can
    /// work with one field or another stays while one of them is there.
    /// </summary>
    /// <param name="coverage">What the source has.</param>
    public FactorSet CoveredBy(MarketCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        List<NamedFactor> kept = [];
        List<KeyValuePair<string, string>> dropped = [.. Dropped];
        foreach (NamedFactor factor in _factors)
        {
            Field[] missing = [.. factor.Expression.RequiredFields.Where(f => !coverage.Has(f))];
            if (missing.Length == 0) kept.Add(factor);
            else dropped.Add(new(factor.Name, string.Join(" ", missing.Select(f => $"{f.Name}: {coverage.WhyMissing(f)}"))));
        }

        List<CrossSectionStep> steps = [];
        foreach (CrossSectionStep step in _steps)
        {
            try
            {
                Field? missing = step.FieldsAmong(coverage.Has).FirstOrDefault(f => !coverage.Has(f));
                if (missing is null) steps.Add(step);
                else dropped.Add(new(step.Name, $"{missing.Name}: {coverage.WhyMissing(missing)}"));
            }
            catch (FieldNotAvailableException lacking)
            {
                dropped.Add(new(step.Name, lacking.Reason));
            }
        }

        return new FactorSet([.. kept], [.. steps], coverage, dropped);
    }

    /// <summary>The factors that need no more history than given; the others are remembered in <see cref="Dropped"/>.</summary>
    /// <param name="days">Most trading days of history, for example a quarter of a short data set.</param>
    public FactorSet LookingBackAtMost(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return new FactorSet(
            [.. _factors.Where(f => f.Expression.LookBack <= days)],
            _steps,
            _coverage,
            [.. Dropped, .. _factors.Where(f => f.Expression.LookBack > days)
                .Select(f => KeyValuePair.Create(f.Name, $"needs {f.Expression.LookBack} trading days of history, {days} are allowed."))]);
    }

    /// <summary>The set with preprocessing steps appended.</summary>
    /// <param name="steps">The steps, applied in this order, each day by itself.</param>
    public FactorSet Then(params IReadOnlyList<CrossSectionStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        foreach (CrossSectionStep step in steps) ArgumentNullException.ThrowIfNull(step, nameof(steps));
        return new FactorSet(_factors, [.. _steps, .. steps], _coverage, Dropped);
    }

    /// <summary>Computes all factors and applies the steps. Values outside the universe are NaN.</summary>
    /// <param name="panel">The data; must hold <see cref="RequiredFields"/>.</param>
    /// <param name="options">How to compute; changes the time it takes, never the result.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field.</exception>
    /// <exception cref="InvalidOperationException">The set is empty.</exception>
    /// <exception cref="MemoryBudgetException">The results are larger than <see cref="EngineOptions.MemoryBudget"/>.</exception>
    public FeatureTensor Compute(
        Panel panel, EngineOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        if (_factors.Length == 0) throw new InvalidOperationException("The set has no factors to compute.");
        return FeaturePipeline.Compute(this, panel, options ?? EngineOptions.Default, progress, cancellationToken);
    }

    /// <summary>
    /// The same as <see cref="Compute"/>, block of days after block of days, for results that do not fit into memory: at no time more than
    /// <see cref="EngineOptions.MemoryBudget"/> (512 MiB where none is stated) of results exist, those before preprocessing included. While one block is written the next one is computed.
    /// </summary>
    /// <param name="panel">The data; must hold <see cref="RequiredFields"/>.</param>
    /// <param name="sink">Takes the blocks and is completed at the end.</param>
    /// <param name="options">How to compute; changes the time it takes and where blocks are cut, never a value.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the computation; the sink is not completed then.</param>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field.</exception>
    /// <exception cref="InvalidOperationException">The set is empty.</exception>
    /// <exception cref="MemoryBudgetException">Two days alone are larger than the budget.</exception>
    public Task WriteAsync(
        Panel panel, IFactorSink sink, EngineOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(sink);
        return FactorStream.RunAsync(this, panel, sink, options ?? EngineOptions.Default, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public IEnumerator<NamedFactor> GetEnumerator() => ((IEnumerable<NamedFactor>)_factors).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The factors and steps, one line each.</summary>
    public override string ToString() => string.Join('\n', _factors.Select(f => f.ToString()).Concat(_steps.Select(s => $"then {s.Name}")));
}
