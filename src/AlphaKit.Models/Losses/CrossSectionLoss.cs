namespace AlphaKit.Models;

/// <summary>
/// A loss over the cross-section of one day. A batch of several days averages the losses of its days: names of different days are never compared.
/// Derive a sealed record to add your own.
/// </summary>
public abstract record CrossSectionLoss
{
    /// <summary>Name, for manifests.</summary>
    public abstract string Name { get; }

    /// <summary>Loss and gradient of one day.</summary>
    /// <param name="scores">One finite score per name.</param>
    /// <param name="labels">One label per name; NaN is masked: the name takes no part and its gradient is 0.</param>
    /// <param name="gradient">Receives the derivative of the loss by each score.</param>
    /// <returns>The loss; 0 with a gradient of 0 where the day tells nothing (fewer than two labels, or no variation).</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a score of a name with a label is not finite.</exception>
    public double Evaluate(ReadOnlySpan<float> scores, ReadOnlySpan<float> labels, Span<float> gradient)
    {
        if (labels.Length != scores.Length || gradient.Length != scores.Length)
            throw new ArgumentException($"{scores.Length} scores need as many labels and gradients; there are {labels.Length} and {gradient.Length}.", nameof(labels));
        gradient.Clear();
        int[] columns = new int[scores.Length];
        int n = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (float.IsNaN(labels[i])) continue;
            if (!float.IsFinite(scores[i]) || !float.IsFinite(labels[i])) throw new ArgumentException($"Score {i} is {scores[i]:R} and its label {labels[i]:R}: both must be finite.", nameof(scores));
            columns[n++] = i;
        }

        if (n < 2) return 0;
        double[] x = new double[n], y = new double[n], d = new double[n];
        for (int i = 0; i < n; i++) (x[i], y[i]) = (scores[columns[i]], labels[columns[i]]);
        double loss = Differentiate(x, y, d);
        for (int i = 0; i < n; i++) gradient[columns[i]] = (float)d[i];
        return loss;
    }

    /// <summary>Loss and gradient over the names that have a label, two or more.</summary>
    /// <param name="scores">Finite scores.</param>
    /// <param name="labels">Finite labels.</param>
    /// <param name="gradient">Receives the derivative by each score; all 0 at first.</param>
    protected abstract double Differentiate(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, Span<double> gradient);
}
