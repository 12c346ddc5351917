namespace AlphaKit.Portfolio;

/// <summary>
/// A rule laid over a strategy that takes exposure back: a risk switch, a stop, a limit. It holds only its settings; what it remembers lives in the
/// <see cref="IOverlayRun"/> that each run gets of its own, so that one overlay may serve any number of runs.
/// </summary>
/// <threadsafety>Implementations are immutable and safe for concurrent use.</threadsafety>
public interface IOverlay
{
    /// <summary>Name, for the log.</summary>
    string Name { get; }

    /// <summary>The fields that <see cref="DecisionContext.Past"/> must hold.</summary>
    IReadOnlyList<Field> RequiredFields => [];

    /// <summary>Makes the memory of one run, at its beginning.</summary>
    IOverlayRun Start();
}
