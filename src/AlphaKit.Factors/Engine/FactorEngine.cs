namespace AlphaKit.Factors;

/// <summary>
/// Computes expressions over a panel: equal parts once, windows over one series together, in single precision with double precision inside
/// the kernels. The value of a row depends on the bits of its window alone (recursive operators: of all rows up to it), never on threads,
/// tiles, other expressions of the call or the days asked for.
/// <code>
/// IReadOnlyList&lt;FactorValues&gt; values = FactorEngine.Compute([momentum, reversal], panel, from, to);
/// </code>
/// </summary>
/// <remarks>
/// What comes out stands for every symbol of the panel, members of the universe or not; <see cref="FactorSet.Compute"/> adds preprocessing and
/// leaves out who is no member, <see cref="FactorSet.WriteAsync"/> does so for more than fits into memory, and <see cref="FactorSession"/> day by day.
/// </remarks>
public static class FactorEngine
{
    /// <summary>
    /// Changes whenever an engine gives other bits, or keeps other numbers from day to day, than the one before. What was cached or saved
    /// under another version is not used.
    /// </summary>
    public const string Version = "2";

    /// <summary>Computes expressions over all days of a panel.</summary>
    /// <param name="expressions">The expressions; equal parts are computed once.</param>
    /// <param name="panel">The data; must hold the fields of all expressions.</param>
    /// <param name="options">How to compute; changes the time it takes, never the result.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The values of each expression, in the order given and named by its text.</returns>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field.</exception>
    /// <exception cref="MemoryBudgetException">The results are larger than <see cref="EngineOptions.MemoryBudget"/>.</exception>
    public static IReadOnlyList<FactorValues> Compute(
        IReadOnlyList<Factor> expressions, Panel panel, EngineOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return Compute(expressions, panel, 0, panel.Axes.Days, options, progress, cancellationToken);
    }

    /// <summary>Computes expressions for some days of a panel; bit for bit what all days have there, the days before serving as history.</summary>
    /// <param name="expressions">The expressions; equal parts are computed once.</param>
    /// <param name="panel">The data; must hold the fields of all expressions.</param>
    /// <param name="from">First date wanted; need not be a trading day.</param>
    /// <param name="to">Last date wanted, inclusive; need not be a trading day.</param>
    /// <param name="options">How to compute; changes the time it takes, never the result.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>The values of each expression, in the order given and named by its text.</returns>
    /// <exception cref="InsufficientDataException">No trading day of the panel lies in between.</exception>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field.</exception>
    /// <exception cref="MemoryBudgetException">The results are larger than <see cref="EngineOptions.MemoryBudget"/>.</exception>
    public static IReadOnlyList<FactorValues> Compute(
        IReadOnlyList<Factor> expressions,
        Panel panel,
        DateOnly from,
        DateOnly to,
        EngineOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        int first = panel.Calendar.IndexAtOrAfter(from), last = panel.Calendar.IndexAtOrBefore(to);
        if (last < first) throw new InsufficientDataException($"trading days from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}", 1, 0);
        return Compute(expressions, panel, first, last - first + 1, options, progress, cancellationToken);
    }

    internal static FieldMatrix[] Compute(Panel panel, IReadOnlyList<Factor> factors, EngineOptions options, CancellationToken cancellationToken) =>
        Compute(panel, factors, 0, panel.Axes.Days, options, Shape.Default, null, cancellationToken);

    /// <summary>Rows first to first + count − 1 only; bit for bit what the whole has there.</summary>
    internal static FieldMatrix[] Compute(
        Panel panel,
        IReadOnlyList<Factor> factors,
        int first,
        int count,
        EngineOptions options,
        Shape shape,
        IProgress<double>? progress,
        CancellationToken cancellationToken) => Run(panel, factors, first, count, options, shape, progress, cancellationToken).Build();

    /// <summary>The same, not yet frozen.</summary>
    internal static ResultBlock Run(
        Panel panel,
        IReadOnlyList<Factor> factors,
        int first,
        int count,
        EngineOptions options,
        Shape shape,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RequireFields(panel, factors);
        options.RequireRoom(factors.Count, count, panel.Axes.Count);
        (Plan plan, ResultBlock results) = Prepare(factors, count, panel.Axes.Count, shape, options.Threads);
        new Executor(plan, panel, results.Planes, first, first + count, shape, options.Threads).Run(progress, cancellationToken);
        return results;
    }

    internal static void RequireFields(Panel panel, IReadOnlyList<Factor> factors)
    {
        foreach (Field field in Factor.FieldsOf(factors)) _ = panel[field];
    }

    internal static Plan MakePlan(IReadOnlyList<Factor> factors, Shape shape)
    {
        FactorGraph graph = new(factors);
        int lookBack = 0;
        for (int k = 0; k < factors.Count; k++) lookBack = Math.Max(lookBack, factors[k].LookBack);
        return shape.Bits == 512 ? Planner<Floats16, Doubles8>.Make(graph, lookBack) : Planner<Floats8, Doubles4>.Make(graph, lookBack);
    }

    /// <summary>Planning takes the processor, fresh memory the operating system: with a second thread both at the same time.</summary>
    private static (Plan Plan, ResultBlock Results) Prepare(IReadOnlyList<Factor> factors, int rows, int columns, Shape shape, int threads)
    {
        if (threads == 1) return (MakePlan(factors, shape), new ResultBlock(factors.Count, rows, columns, threads));
        Task<ResultBlock> results = Task.Run(() => new ResultBlock(factors.Count, rows, columns, threads));
        return (MakePlan(factors, shape), results.GetAwaiter().GetResult());
    }

    private static FactorValues[] Compute(
        IReadOnlyList<Factor> expressions, Panel panel, int first, int count, EngineOptions? options, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        foreach (Factor expression in expressions) ArgumentNullException.ThrowIfNull(expression, nameof(expressions));
        if (expressions.Count == 0) return [];
        FieldMatrix[] values = Compute(panel, expressions, first, count, options ?? EngineOptions.Default, Shape.Default, progress, cancellationToken);
        PanelAxes axes = panel.Axes.SliceDays(first, count);
        return [.. expressions.Select((e, k) => FactorValues.Computed(e.ToString(), axes, values[k], e.KnownAt))];
    }
}
