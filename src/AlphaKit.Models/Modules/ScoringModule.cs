namespace AlphaKit.Models;

/// <summary>A network on libtorch that scores samples; what a <see cref="TorchScorer"/> trains.</summary>
public abstract class ScoringModule : torch.nn.Module
{
    /// <summary>Starts a module without parts.</summary>
    /// <param name="name">What it is called in messages.</param>
    protected ScoringModule(string name)
        : base(name)
    {
    }

    /// <summary>Scores samples.</summary>
    /// <param name="inputs">One tensor [samples, steps, features] per input of the scorer.</param>
    /// <returns>One score per sample, [samples].</returns>
    public abstract Tensor Score(IReadOnlyList<Tensor> inputs);

    /// <summary>The loss of a batch of whole days, averaged over the days; null to use the scorer's loss on <see cref="Score"/>.</summary>
    /// <param name="inputs">One tensor [samples, steps, features] per input of the scorer.</param>
    /// <param name="labels">Scaled labels, one per sample, all finite.</param>
    /// <param name="days">First sample of each day, and the number of samples at the end.</param>
    public virtual Tensor? Loss(IReadOnlyList<Tensor> inputs, float[] labels, int[] days) => null;

    /// <summary>Mean over days of the cross-entropy of log-probabilities with classes made from the labels of each day.</summary>
    /// <param name="logProbabilities">[samples, classes].</param>
    /// <param name="classes">How classes are made.</param>
    /// <param name="labels">Scaled labels.</param>
    /// <param name="days">First sample of each day, and the number of samples at the end.</param>
    protected static Tensor ClassLoss(Tensor logProbabilities, LabelClasses classes, float[] labels, int[] days)
    {
        ArgumentNullException.ThrowIfNull(logProbabilities);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(days);
        Tensor total = torch.zeros(1);
        for (int d = 0; d + 1 < days.Length; d++)
        {
            int from = days[d], n = days[d + 1] - from;
            long[] target = [.. classes.Of(labels.AsSpan(from, n)).Select(c => (long)c)];
            total = total + torch.nn.functional.nll_loss(logProbabilities.narrow(0, from, n), torch.tensor(target, [n]), ignore_index: LabelClasses.Missing);
        }

        return (total / (days.Length - 1)).sum();
    }
}
