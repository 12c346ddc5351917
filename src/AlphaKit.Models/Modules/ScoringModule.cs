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

    /// <summary>How classes are made for the class head, for early stopping on its AUC; null for a module without one.</summary>
    public virtual LabelClasses? Classes => null;

    /// <summary>What the class head says, for early stopping on its AUC; null for a module without one.</summary>
    /// <param name="inputs">One tensor [samples, steps, features] per input of the scorer.</param>
    /// <returns>Probabilities, or anything that grows with them, [samples, classes].</returns>
    public virtual Tensor? ClassProbabilities(IReadOnlyList<Tensor> inputs) => null;

    /// <summary>The loss of a batch of whole days, averaged over the days; null to use the scorer's loss on <see cref="Score"/>.</summary>
    /// <param name="inputs">One tensor [samples, steps, features] per input of the scorer.</param>
    /// <param name="labels">What was realised.</param>
    public virtual Tensor? Loss(IReadOnlyList<Tensor> inputs, BatchLabels labels) => null;

    /// <summary>Mean over days of the cross-entropy of log-probabilities with classes made from the labels of each day.</summary>
    /// <param name="logProbabilities">[samples, classes].</param>
    /// <param name="classes">How classes are made.</param>
    /// <param name="labels">What was realised.</param>
    protected static Tensor ClassLoss(Tensor logProbabilities, LabelClasses classes, BatchLabels labels)
    {
        ArgumentNullException.ThrowIfNull(logProbabilities);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(labels);
        float[] all = [.. labels.Labels];
        IReadOnlyList<int> days = labels.Days;
        Tensor total = torch.zeros(1);
        for (int d = 0; d + 1 < days.Count; d++)
        {
            int from = days[d], n = days[d + 1] - from;
            long[] target = [.. classes.Of(all.AsSpan(from, n)).Select(c => (long)c)];
            total = total + TorchEngine.ClassLoss(logProbabilities.narrow(0, from, n), torch.tensor(target, [n]), LabelClasses.Missing);
        }

        return (total / (days.Count - 1)).sum();
    }

    /// <summary>Mean of |x − target| over the samples that have a target; 0 if none has.</summary>
    /// <param name="foreseen">[samples].</param>
    /// <param name="target">One per sample; NaN is masked.</param>
    protected static Tensor AbsoluteLoss(Tensor foreseen, IReadOnlyList<float> target) => Masked(foreseen, target, d => d.abs());

    /// <summary>Mean of (x − target)² over the samples that have a target; 0 if none has.</summary>
    /// <param name="foreseen">[samples].</param>
    /// <param name="target">One per sample; NaN is masked.</param>
    protected static Tensor SquaredLoss(Tensor foreseen, IReadOnlyList<float> target) => Masked(foreseen, target, d => d.square());

    private static Tensor Masked(Tensor foreseen, IReadOnlyList<float> target, Func<Tensor, Tensor> size)
    {
        ArgumentNullException.ThrowIfNull(foreseen);
        ArgumentNullException.ThrowIfNull(target);
        float[] filled = [.. target.Select(v => float.IsNaN(v) ? 0 : v)], weight = [.. target.Select(v => float.IsNaN(v) ? 0f : 1)];
        float n = Math.Max(1, weight.Sum());
        return (size(foreseen - torch.tensor(filled, [filled.Length])) * torch.tensor(weight, [weight.Length])).sum() / n;
    }
}
