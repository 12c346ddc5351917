namespace AlphaKit.Models;

/// <summary>Mean of (score − label)² over the names of a day.</summary>
public sealed record SquaredLoss : CrossSectionLoss
{
    /// <inheritdoc/>
    public override string Name => "squared";

    /// <inheritdoc/>
    protected override double Differentiate(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, Span<double> gradient)
    {
        double sum = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            double d = scores[i] - labels[i];
            sum += d * d;
            gradient[i] = 2 * d / scores.Length;
        }

        return sum / scores.Length;
    }
}
