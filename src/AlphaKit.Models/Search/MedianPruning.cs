using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// The median rule (Golovin et al. 2017): a trial is stopped at a step if its best score so far is below the median over the complete trials before it of
/// the mean of their scores up to that step.
/// </summary>
public sealed record MedianPruning
{
    /// <summary>Complete trials that must have come as far before any is stopped.</summary>
    /// <value>1 or more. The default is 5.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int LeastTrials
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(LeastTrials), value, "Must be 1 or more.");
    } = 5;

    /// <summary>Steps that every trial may make.</summary>
    /// <value>1 or more. The default is 1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int LeastSteps
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(LeastSteps), value, "Must be 1 or more.");
    } = 1;

    /// <summary>The rule in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"median after {LeastTrials} trials and {LeastSteps} steps");

    internal bool Stops(IReadOnlyList<double> own, IReadOnlyList<SearchTrial> done)
    {
        int steps = own.Count;
        if (steps < LeastSteps) return false;
        double[] means = [.. done.Where(t => t.State == SearchTrialState.Complete && t.Steps >= steps).Select(t => t.Interim.Take(steps).Average()).Order()];
        if (means.Length < LeastTrials) return false;
        double median = (means[(means.Length - 1) / 2] + means[means.Length / 2]) / 2;
        return own.Max() < median;
    }
}
