namespace AlphaKit.Models;

/// <summary>A trial of a search is behind the trials before it: let it pass through, the search records the trial as pruned.</summary>
public sealed class TrialPrunedException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="steps">Steps that it made.</param>
    public TrialPrunedException(int trial, int steps)
        : base($"Trial {trial} was below the median of the trials before it after {steps} steps.") => (Trial, Steps) = (trial, steps);

    /// <summary>The trial.</summary>
    public int Trial { get; }

    /// <summary>Steps that it made.</summary>
    public int Steps { get; }
}
