namespace AlphaKit.Portfolio;

/// <summary>What happens on a day on which no portfolio meets all limits.</summary>
public enum InfeasiblePolicy
{
    /// <summary>The drifted holdings are kept; the conflicting limits are the reason in the log.</summary>
    Keep = 0,

    /// <summary>Limits are loosened one after the other, each as little as suffices, in the order given; every loosening is in the log.</summary>
    Relax = 1,

    /// <summary>The exception of the optimiser ends the run.</summary>
    Throw = 2,
}
