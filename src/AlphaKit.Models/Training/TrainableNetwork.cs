namespace AlphaKit.Models;

/// <summary>
/// What the training loop knows of a network: flat weights, flat buffers (running statistics), a gradient and scores. Samples are names of one or more
/// days, day after day.
/// </summary>
internal abstract class TrainableNetwork
{
    /// <summary>What the optimiser changes.</summary>
    public abstract float[] Weights { get; }

    /// <summary>What training changes otherwise; belongs to the state too.</summary>
    public abstract float[] Buffers { get; }

    /// <summary>Called before each step with a seed of its own, for networks that draw random numbers (dropout).</summary>
    public virtual void Begin(ulong seed)
    {
    }

    /// <summary>Adds the gradient of the mean loss over the days to <paramref name="gradient"/> and returns the loss.</summary>
    public abstract double Differentiate(NetworkBatch batch, Span<float> gradient, int threads, CancellationToken cancellationToken);

    /// <summary>Scores of every sample.</summary>
    public abstract void Score(NetworkBatch batch, Span<float> scores, int threads, CancellationToken cancellationToken);

    /// <summary>How classes are made for the class head; null for a network without one.</summary>
    public virtual LabelClasses? Classes => null;

    /// <summary>Probabilities of the class head, [samples, classes]; empty for a network without one.</summary>
    public virtual float[] Probabilities(NetworkBatch batch) => [];

    /// <summary>The tensors by PyTorch's names, in a fixed order.</summary>
    public abstract IReadOnlyList<NamedTensor> Tensors();
}
