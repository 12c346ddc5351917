namespace AlphaKit.Portfolio;

/// <summary>What happens on a day on which no portfolio meets all limits.</summary>
public enum InfeasiblePolicy
{
    /// <summary>The drifted holdings are kept; the conflicting limits are the reason in the log.</summary>
    Keep = 0,

    /// <summary>Of the limits that contradict each other the first of the order given is loosened, as little as suffices; every loosening is in the log.</summary>
    Relax = 1,

    /// <summary>The exception of the optimiser ends the run.</summary>
    Throw = 2,
}
