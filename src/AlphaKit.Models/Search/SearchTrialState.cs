namespace AlphaKit.Models;

/// <summary>How a trial ended.</summary>
public enum SearchTrialState
{
    /// <summary>It has a score.</summary>
    Complete = 0,

    /// <summary>It was stopped because it was behind the trials before it.</summary>
    Pruned = 1,

    /// <summary>It could not be scored; the message says why.</summary>
    Failed = 2,
}
