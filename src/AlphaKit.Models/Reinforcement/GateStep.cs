namespace AlphaKit.Models;

/// <summary>One day of a stretch that a policy walked through.</summary>
internal sealed class GateStep(double[] input, double[] action, double logDensity, double reward, double value)
{
    public double[] Input { get; } = input;

    public double[] Action { get; } = action;

    /// <summary>ln of the density of the action when it was taken.</summary>
    public double LogDensity { get; } = logDensity;

    public double Reward { get; } = reward;

    /// <summary>What the policy expected.</summary>
    public double Value { get; } = value;

    public double Advantage { get; set; }

    public double Target { get; set; }
}
