namespace AlphaKit.Models;

/// <summary>
/// Cross-entropy of the top-one probabilities (Cao et al. 2007): −Σ p(y) log p(x) with p the softmax over the names of a day. Scale the labels
/// first: their spread decides how far the best names are preferred.
/// </summary>
public sealed record ListNetLoss : CrossSectionLoss
{
    /// <inheritdoc/>
    public override string Name => "listnet";

    /// <inheritdoc/>
    protected override double Differentiate(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, Span<double> gradient)
    {
        double[] target = Softmax(labels, out _), own = Softmax(scores, out double logSum);
        double loss = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            loss -= target[i] * (scores[i] - logSum);
            gradient[i] = own[i] - target[i];
        }

        return loss;
    }

    private static double[] Softmax(ReadOnlySpan<double> values, out double logSum)
    {
        double max = double.NegativeInfinity, sum = 0;
        foreach (double v in values) max = Math.Max(max, v);
        double[] result = new double[values.Length];
        for (int i = 0; i < result.Length; i++) sum += result[i] = Math.Exp(values[i] - max);
        for (int i = 0; i < result.Length; i++) result[i] /= sum;
        logSum = max + Math.Log(sum);
        return result;
    }
}
