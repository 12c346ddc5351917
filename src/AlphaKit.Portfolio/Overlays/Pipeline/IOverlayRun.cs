namespace AlphaKit.Portfolio;

/// <summary>What an overlay remembers during one run.</summary>
/// <threadsafety>Used by one run at a time.</threadsafety>
public interface IOverlayRun
{
    /// <summary>
    /// Looks at a decision and takes back what the rule demands. Called at every decision of the run, in order of days, also when the strategy
    /// itself keeps its holdings. What is asked for may not be dealt (T+1, limits, suspension): what was, the holdings of the next decision tell.
    /// </summary>
    /// <param name="context">What may be looked at.</param>
    /// <param name="draft">The target in the making.</param>
    /// <exception cref="InsufficientDataException">The rule cannot tell its state for want of data.</exception>
    void Apply(DecisionContext context, TargetDraft draft);
}
