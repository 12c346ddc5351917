namespace AlphaKit.Portfolio;

/// <summary>No portfolio meets all the constraints.</summary>
public sealed class InfeasibleProblemException : AlphaKitException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="constraints">The constraints that contradict each other, by name and number.</param>
    /// <param name="needed">What one side needs, as a fraction of net asset value.</param>
    /// <param name="allowed">What the other side allows.</param>
    public InfeasibleProblemException(IReadOnlyList<string> constraints, double needed, double allowed)
        : base($"No portfolio meets all constraints; these contradict each other: {string.Join("; ", constraints ?? throw new ArgumentNullException(nameof(constraints)))}.")
    {
        Constraints = constraints;
        Needed = needed;
        Allowed = allowed;
    }

    /// <summary>The constraints that contradict each other.</summary>
    public IReadOnlyList<string> Constraints { get; }

    /// <summary>What one side needs, as a fraction of net asset value.</summary>
    public double Needed { get; }

    /// <summary>What the other side allows.</summary>
    public double Allowed { get; }
}
