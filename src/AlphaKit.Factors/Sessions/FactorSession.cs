namespace AlphaKit.Factors;

/// <summary>
/// A factor set that goes on from day to day: opened over the history, it takes each new day and gives that day's features, bit for bit what
/// <see cref="FactorSet.Compute"/> gives for the whole history with that day at its end, at the cost of one day.
/// <code>
/// using FactorSession session = FactorSession.Open(factors, history);
/// FeatureTensor today = session.Append(day);           // a panel of the new day: the same symbols, the same fields
/// await session.SaveAsync("factors.session");          // and tomorrow FactorSession.RestoreAsync
/// </code>
/// </summary>
/// <remarks>
/// What is kept is the history that windows reach back to and the states of recursive operators, not the history itself. Days must come in
/// order and none may be left out; which days trade only the caller knows. Symbols are those of the history for good: a share listed later
/// belongs into the history's symbols from the beginning (all missing until then), or needs a session opened anew.
/// </remarks>
/// <threadsafety>For one caller at a time.</threadsafety>
public sealed partial class FactorSession : IDisposable
{
    /// <summary>Rows that go through at once, and room behind every history.</summary>
    private const int RowsAtOnce = 32;

    private readonly LiveRun _run;
    private readonly EngineOptions _options;
    private readonly Symbol[] _symbols;
    private State _state;

    private FactorSession(FactorSet factors, Symbol[] symbols, DateOnly lastDay, EngineOptions options, Shape shape, int rows)
    {
        (Factors, _symbols, LastDay, _options) = (factors, symbols, lastDay, options);
        Plan plan = FactorEngine.MakePlan([.. factors.Select(f => f.Expression)], shape);
        LookBack = plan.LookBack;
        _run = new LiveRun(plan, symbols.Length, rows, shape.Columns, options.Threads);
    }

    private enum State
    {
        Ready,
        Broken,
        Disposed,
    }

    /// <summary>What is computed.</summary>
    public FactorSet Factors { get; }

    /// <summary>The symbols, ascending.</summary>
    public IReadOnlyList<Symbol> Symbols => _symbols;

    /// <summary>The latest day taken in.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>How many days went through or, for factors that forget, were passed over at the beginning.</summary>
    public int Days => _run.Days;

    private int LookBack { get; }

    /// <summary>Opens a session over a history. Factors that forget look at its last days only, others go through all of it.</summary>
    /// <param name="factors">What to compute, its preprocessing steps included.</param>
    /// <param name="history">The days before the first new one; must hold <see cref="FactorSet.RequiredFields"/>.</param>
    /// <param name="options">How to compute; changes the time it takes, never the result.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field.</exception>
    /// <exception cref="InvalidOperationException">The set is empty.</exception>
    public static FactorSession Open(
        FactorSet factors, Panel history, EngineOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Open(factors, history, options ?? EngineOptions.Default, LiveShape, RowsAtOnce, progress, cancellationToken);

    /// <summary>Takes in the next day, or several.</summary>
    /// <param name="next">The new days, the first one later than <see cref="LastDay"/>: the session's symbols and <see cref="FactorSet.RequiredFields"/>.</param>
    /// <param name="cancellationToken">Stops before the session has changed.</param>
    /// <returns>The features of the new days.</returns>
    /// <exception cref="ArgumentException">The days do not follow, or the symbols are others.</exception>
    /// <exception cref="FieldNotAvailableException">The panel lacks a field.</exception>
    /// <exception cref="InvalidOperationException">An operator failed earlier, so that the session stands between two days: restore or open it anew.</exception>
    public FeatureTensor Append(Panel next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        RequireReady();
        RequireNext(next);
        FeaturePipeline.RequireFields(Factors, next);
        _options.RequireRoom(Factors.Count, next.Axes.Days, _symbols.Length);
        cancellationToken.ThrowIfCancellationRequested();
        ResultBlock results = new(Factors.Count, next.Axes.Days, _symbols.Length, _options.Threads);
        Advance(next, results, CancellationToken.None);
        return FeaturePipeline.Finish(Factors, next, results, _options, null, CancellationToken.None);
    }

    /// <summary>Frees the memory. Nothing is saved.</summary>
    public void Dispose()
    {
        if (_state == State.Disposed) return;
        _state = State.Disposed;
        _run.Dispose();
    }

    internal static Shape LiveShape { get; } = new() { Columns = 512 };

    internal static FactorSession Open(
        FactorSet factors, Panel history, EngineOptions options, Shape shape, int rows, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(history);
        RequireFactors(factors);
        FeaturePipeline.RequireFields(factors, history);
        cancellationToken.ThrowIfCancellationRequested();
        FactorSession session = new(factors, [.. history.Symbols], history.Calendar.Last, options, shape, rows);
        try
        {
            int days = history.Axes.Days, first = session.LookBack < 0 ? 0 : Math.Max(0, days - session.LookBack);
            session._run.Skip(first);
            session._run.Advance(history, first, days - first, null, progress, cancellationToken);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>A session before its first day, for a set computed from a panel's beginning on.</summary>
    internal static FactorSession Empty(FactorSet factors, PanelAxes axes, EngineOptions options, Shape shape, int rows)
    {
        RequireFactors(factors);
        return new FactorSession(factors, [.. axes.Symbols], DateOnly.MinValue, options, shape, rows);
    }

    internal void Advance(Panel next, ResultBlock results, CancellationToken cancellationToken)
    {
        _state = State.Broken;
        _run.Advance(next, 0, next.Axes.Days, results.Planes, null, cancellationToken);
        LastDay = next.Calendar.Last;
        _state = State.Ready;
    }

    private static void RequireFactors(FactorSet factors)
    {
        if (factors.Count == 0) throw new InvalidOperationException("The set has no factors to compute.");
    }

    private void RequireReady()
    {
        ObjectDisposedException.ThrowIf(_state == State.Disposed, this);
        if (_state == State.Broken) throw new InvalidOperationException("An earlier day failed half way: restore the session from a snapshot or open it anew.");
    }

    private void RequireNext(Panel next)
    {
        if (next.Calendar.First <= LastDay)
            throw new ArgumentException($"The session has days up to {LastDay:yyyy-MM-dd}; {next.Calendar.First:yyyy-MM-dd} does not follow.", nameof(next));
        IReadOnlyList<Symbol> symbols = next.Symbols;
        if (symbols.Count != _symbols.Length)
            throw new ArgumentException($"The session has {_symbols.Length} symbols, the new day {symbols.Count}: open the session over all symbols that it is to see.", nameof(next));
        for (int i = 0; i < _symbols.Length; i++)
        {
            if (symbols[i] != _symbols[i])
                throw new ArgumentException($"The session has {_symbols[i]} at position {i}, the new day {symbols[i]}: open the session over all symbols that it is to see.", nameof(next));
        }
    }
}
