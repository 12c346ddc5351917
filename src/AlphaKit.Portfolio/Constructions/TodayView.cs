namespace AlphaKit.Portfolio;

/// <summary>How a construction looks at its decisions: by which scores, and whether suspensions are looked at.</summary>
internal sealed class TodayView
{
    private readonly Scores? _scores;
    private readonly Field? _suspended;

    /// <summary>Makes the view.</summary>
    /// <param name="scores">The scores; null scores every member of the universe 0.</param>
    /// <param name="coverage">What the market covers; null counts as covering suspensions.</param>
    public TodayView(Scores? scores, MarketCoverage? coverage)
    {
        _scores = scores;
        _suspended = coverage is null || coverage.Has(Field.IsSuspended) ? Field.IsSuspended : null;
        RequiredFields = _suspended is null ? [] : [_suspended];
    }

    /// <summary>The fields that <see cref="At"/> needs.</summary>
    public IReadOnlyList<Field> RequiredFields { get; }

    /// <summary>All names of a decision.</summary>
    public Today At(DecisionContext context) => Today.Of(_scores, context, _suspended);
}
