using System.Globalization;

namespace AlphaKit.Models;

/// <summary>Adam (Kingma and Ba 2015), and AdamW (Loshchilov and Hutter 2019) where <see cref="WeightDecay"/> is above 0.</summary>
/// <remarks>
/// m = β₁ m + (1 − β₁) g, v = β₂ v + (1 − β₂) g², w = w · (1 − rate · decay) − rate · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε). The decay acts on the
/// weights, not on the gradient.
/// </remarks>
public sealed record AdamOptions
{
    /// <summary>β₁.</summary>
    /// <value>From 0 to below 1. The default is 0.9.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Beta1
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Beta1), value, "Must be from 0 to below 1.");
    } = 0.9;

    /// <summary>β₂.</summary>
    /// <value>From 0 to below 1. The default is 0.999.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Beta2
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Beta2), value, "Must be from 0 to below 1.");
    } = 0.999;

    /// <summary>ε.</summary>
    /// <value>Finite and above 0. The default is 1e-8.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Epsilon
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Epsilon), value, "Must be finite and above 0.");
    } = 1e-8;

    /// <summary>Share of a weight that a step at rate 1 takes off.</summary>
    /// <value>Finite, 0 or more. The default is 0: plain Adam.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or negative.</exception>
    public double WeightDecay
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(WeightDecay), value, "Must be finite and 0 or more.");
    }

    /// <summary>The options in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(WeightDecay > 0 ? $"adamw decay {WeightDecay:R}" : "adam")} ({Beta1:R}, {Beta2:R}, {Epsilon:R})");
}
