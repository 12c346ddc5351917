namespace AlphaKit.Portfolio;

/// <summary>
/// Memory per name that follows from the rows of the past, from the first one on, whatever the decisions were: each row is looked at once, when it is
/// known. A name without a new value for too long is forgotten.
/// </summary>
/// <typeparam name="TState">What is remembered of a name.</typeparam>
internal abstract class RowReplay<TState> : IOverlayRun
    where TState : class
{
    private readonly SortedDictionary<Symbol, (TState State, int Row)> _states = [];
    private int _next;

    /// <summary>When all that a row needs is known.</summary>
    protected abstract Clock KnownAt { get; }

    public void Apply(DecisionContext context, TargetDraft draft)
    {
        int last = Newest.Index(context, KnownAt);
        for (; _next <= last; _next++) Step(context, draft, _next);
        foreach ((Symbol symbol, (TState state, int row)) in _states.ToArray())
        {
            if (last - row > MarketSeries.MostDaysOld)
            {
                _states.Remove(symbol);
                draft.Log("forgotten", double.NaN, FormattableString.Invariant($"no value since {context.Past.Calendar[row]:yyyy-MM-dd}"), symbol);
            }
            else
            {
                Apply(draft, symbol, state);
            }
        }
    }

    /// <summary>Looks at one row.</summary>
    protected abstract void Step(DecisionContext context, TargetDraft draft, int row);

    /// <summary>Takes back what a state demands.</summary>
    protected abstract void Apply(TargetDraft draft, Symbol symbol, TState state);

    /// <summary>What is remembered of a name, unless it is too old by the row at hand.</summary>
    protected TState? Find(Symbol symbol) => _states.TryGetValue(symbol, out (TState State, int Row) found) && _next - found.Row <= MarketSeries.MostDaysOld + 1 ? found.State : null;

    protected void Set(Symbol symbol, TState state, int row) => _states[symbol] = (state, row);
}
