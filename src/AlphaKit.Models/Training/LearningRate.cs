using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// The learning rate of each step: rises linearly over <see cref="WarmUpSteps"/>, then stays, or falls by half a cosine to <see cref="Minimum"/> at
/// the last of all planned steps. The length of the cosine is the number of planned steps, not an option.
/// </summary>
public sealed record LearningRate
{
    /// <summary>The highest rate.</summary>
    /// <value>Finite and above 0. The default is 0.005.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Peak
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Peak), value, "Must be finite and above 0.");
    } = 0.005;

    /// <summary>The rate at the end of the cosine; null for a constant rate.</summary>
    /// <value>0 or more, or null. The default is null.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double? Minimum
    {
        get;
        init => field = value is null || (value >= 0 && double.IsFinite(value.Value)) ? value : throw new ArgumentOutOfRangeException(nameof(Minimum), value, "Must be 0 or more, or null.");
    }

    /// <summary>Steps of the linear rise.</summary>
    /// <value>0 or more. The default is 0.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int WarmUpSteps
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(WarmUpSteps), value, "Must be 0 or more steps.");
    }

    /// <summary>A constant rate.</summary>
    /// <param name="rate">The rate.</param>
    public static LearningRate Constant(double rate) => new() { Peak = rate };

    /// <summary>A rate that falls by half a cosine over all planned steps.</summary>
    /// <param name="peak">The first rate.</param>
    /// <param name="minimum">The last.</param>
    public static LearningRate Cosine(double peak, double minimum = 0) => new() { Peak = peak, Minimum = minimum };

    /// <summary>The rate of a step.</summary>
    /// <param name="step">From 0.</param>
    /// <param name="planned">All planned steps, 1 or more.</param>
    public double At(int step, int planned)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfLessThan(planned, 1);
        if (step < WarmUpSteps) return Peak * (step + 1) / WarmUpSteps;
        if (Minimum is not { } minimum) return Peak;
        double done = Math.Clamp((step - WarmUpSteps) / (double)Math.Max(1, planned - WarmUpSteps), 0, 1);
        return minimum + ((Peak - minimum) * (1 + Math.Cos(Math.PI * done)) / 2);
    }

    /// <summary>The schedule in words.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Peak:R}{(Minimum is { } m ? $" cosine to {m:R}" : "")}{(WarmUpSteps > 0 ? $", {WarmUpSteps} steps of warm-up" : "")}");
}
