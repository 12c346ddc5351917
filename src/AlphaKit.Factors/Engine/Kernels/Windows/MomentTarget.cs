namespace AlphaKit.Factors;

/// <summary>What a window's moments are turned into.</summary>
internal enum MomentResult
{
    Sum,
    Mean,
    Variance,
    Std,
    Slope,
    RSquared,
    Residual,
}

/// <summary>One result of a window with gaps and where it goes.</summary>
internal readonly struct MomentTarget(WindowOutput output, Target target)
{
    public MomentResult Result { get; } = output.Operator switch
    {
        "Sum" => MomentResult.Sum,
        "Mean" => MomentResult.Mean,
        "Variance" => MomentResult.Variance,
        "Std" => MomentResult.Std,
        "Slope" => MomentResult.Slope,
        "RSquared" => MomentResult.RSquared,
        "Residual" => MomentResult.Residual,
        _ => throw new InvalidOperationException($"'{output.Operator}' is not a moment of a window."),
    };

    public Target Target { get; } = target;

    /// <summary>Values that must be present.</summary>
    public float Least { get; } = output.Minimum;

    /// <summary>What is taken off their number for the divisor.</summary>
    public double Freedom { get; } = output.Freedom;
}
