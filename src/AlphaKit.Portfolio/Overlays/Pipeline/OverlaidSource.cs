namespace AlphaKit.Portfolio;

/// <summary>
/// A strategy with overlays: at each decision the strategy says what it wants, every overlay takes back what its rule demands, and the result is one
/// target. When neither wants a change the holdings are kept.
/// </summary>
/// <remarks>
/// <para>Memory belongs to a run. <see cref="Start"/> gives a source with no memory: use it for runs side by side. A source used for one run after
/// another notices by itself when a new one begins: the decision day goes back, or a portfolio that wanted shares has nothing but cash.</para>
/// <para>Rules that follow from the past alone (stress, blacklist, margin, distribution) go through it from its first day when a run begins, so that their
/// state does not depend on when that is; their log then holds lines of earlier days.</para>
/// <para>Overlays ask, the market decides. What could not be sold (T+1, lower limit, suspension) is asked for again at the next decision.</para>
/// <para>Overlays act only when asked: with a weekly schedule they look once a week. For a daily watch over a weekly strategy run
/// <see cref="OverlayExtensions.Paced"/> on a daily schedule.</para>
/// </remarks>
/// <threadsafety>For one run at a time.</threadsafety>
public sealed class OverlaidSource : ITargetSource
{
    private IOverlayRun[] _runs = [];
    private OverlayMemory _memory = new();
    private RunWatch _watch = new();
    private List<OverlayEvent> _log = [];

    /// <summary>Makes the source; <see cref="OverlayExtensions.With"/> reads better.</summary>
    /// <param name="inner">The strategy.</param>
    /// <param name="overlays">The overlays.</param>
    public OverlaidSource(ITargetSource inner, IReadOnlyList<IOverlay> overlays)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(overlays);
        foreach (IOverlay overlay in overlays) ArgumentNullException.ThrowIfNull(overlay, nameof(overlays));
        Inner = inner;
        Overlays = [.. overlays];
        Forget();
    }

    /// <summary>The strategy.</summary>
    public ITargetSource Inner { get; }

    /// <summary>The overlays.</summary>
    public IReadOnlyList<IOverlay> Overlays { get; }

    /// <inheritdoc/>
    public string Name => Overlays.Count == 0 ? Inner.Name : $"{Inner.Name} with {string.Join(", ", Overlays.Select(o => o.Name))}";

    /// <inheritdoc/>
    public IReadOnlyList<Field> RequiredFields => [.. Inner.RequiredFields.Concat(Overlays.SelectMany(o => o.RequiredFields)).Distinct()];

    /// <inheritdoc/>
    public Universe Universe => Inner.Universe;

    /// <summary>What overlays did in the run at hand, in order.</summary>
    public IReadOnlyList<OverlayEvent> Events => _log;

    /// <summary>The same as a table: date, overlay, symbol, state, value, detail.</summary>
    public Table Log => new(
        "overlays",
        TableColumn.Date("date", _log.Select(e => e.Date)),
        TableColumn.Text("overlay", _log.Select(e => e.Overlay)),
        TableColumn.Text("symbol", _log.Select(e => e.Symbol?.ToString() ?? "")),
        TableColumn.Text("state", _log.Select(e => e.State)),
        TableColumn.Number("value", _log.Select(e => e.Value)),
        TableColumn.Text("detail", _log.Select(e => e.Detail)));

    /// <summary>The same strategy and overlays without memory, for a run of its own. A strategy inside that remembers is shared.</summary>
    public OverlaidSource Start() => new(Inner, Overlays);

    /// <inheritdoc/>
    /// <exception cref="InsufficientDataException">An overlay cannot tell its state for want of data.</exception>
    public TargetWeights Decide(DecisionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_watch.GoesOn(context)) Forget();
        TargetWeights wanted = Inner.Decide(context) ?? throw new InvalidOperationException($"'{Inner.Name}' returned no target on {context.Today:yyyy-MM-dd}; return TargetWeights.Keep to keep the holdings.");
        TargetDraft draft = new(context, wanted, _log);
        for (int i = 0; i < _runs.Length; i++)
        {
            draft.Overlay = Overlays[i].Name;
            _runs[i].Apply(context, draft);
        }

        TargetWeights target = _memory.Finish(context, wanted, draft, out int again);
        draft.Overlay = "overlays";
        if (again > 0) draft.Log("asked again", again, $"{again} holdings could not be reduced as asked before");
        _watch.See(context, target);
        return target;
    }

    private void Forget()
    {
        _runs = [.. Overlays.Select(o => o.Start() ?? throw new InvalidOperationException($"Overlay '{o.Name}' started no run."))];
        _memory = new OverlayMemory();
        _watch = new RunWatch();
        _log = [];
    }
}
