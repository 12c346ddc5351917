namespace AlphaKit.Models;

/// <summary>
/// Mean over all pairs of names of a day with yᵢ &gt; yⱼ of log(1 + exp(xⱼ − xᵢ)) (Burges et al. 2005). The number of pairs grows with the square of
/// the names: meant for universes of some hundred.
/// </summary>
public sealed record PairwiseLoss : CrossSectionLoss
{
    /// <inheritdoc/>
    public override string Name => "pairwise";

    /// <inheritdoc/>
    protected override double Differentiate(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, Span<double> gradient)
    {
        double sum = 0;
        long pairs = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            for (int j = 0; j < scores.Length; j++)
            {
                if (!(labels[i] > labels[j])) continue;
                double margin = scores[i] - scores[j], e = Math.Exp(-Math.Abs(margin));
                sum += Math.Max(0, -margin) + Math.Log(1 + e);
                double push = margin >= 0 ? e / (1 + e) : 1 / (1 + e);
                gradient[i] -= push;
                gradient[j] += push;
                pairs++;
            }
        }

        if (pairs == 0) return 0;
        foreach (ref double g in gradient) g /= pairs;
        return sum / pairs;
    }
}
