using System.Globalization;

namespace AlphaKit.Models;

/// <summary>Mean over the names of a day of d²/2 for |d| ≤ δ and δ · (|d| − δ/2) beyond, d = score − label (Huber 1964).</summary>
public sealed record HuberLoss : CrossSectionLoss
{
    /// <summary>Default of <see cref="Delta"/>.</summary>
    public const double DefaultDelta = 1;

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"huber({Delta})");

    /// <summary>δ, in units of the label.</summary>
    /// <value>Finite and above 0. The default is <see cref="DefaultDelta"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Delta
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Delta), value, "Must be finite and above 0.");
    } = DefaultDelta;

    /// <inheritdoc/>
    protected override double Differentiate(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, Span<double> gradient)
    {
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            double d = scores[i] - labels[i], size = Math.Abs(d);
            sum += size <= Delta ? d * d / 2 : Delta * (size - (Delta / 2));
            gradient[i] = Math.Clamp(d, -Delta, Delta) / scores.Length;
        }

        return sum / scores.Length;
    }
}
