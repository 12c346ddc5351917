namespace AlphaKit.Models;

/// <summary>
/// A scorer whose network is a module on libtorch. Derive a sealed record, return your <see cref="ScoringModule"/>, and it is trained like every other
/// network: whole cross-sections, purged early stopping, an ensemble of seeds, checkpoints.
/// </summary>
/// <remarks>
/// Runs on the processor with one thread of libtorch, because sums of several threads would depend on their number. Dropout and first weights come from
/// libtorch's generator, seeded anew from the scorer's random stream before each step; what the generator was before is lost.
/// </remarks>
public abstract record TorchScorer : NetworkScorer
{
    /// <summary>The loss on the scores, where the module has none of its own.</summary>
    /// <value>The default is <see cref="IcLoss"/>.</value>
    public CrossSectionLoss Loss
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new IcLoss();

    /// <summary>Further targets for networks with several heads, from the same panel as the features, known no later than the label.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<TargetValues> Targets
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = [.. value];
        }
    } = [];

    /// <summary>Makes the network; first weights must come from libtorch's generator.</summary>
    /// <param name="features">Features of each input.</param>
    public abstract ScoringModule CreateModule(IReadOnlyList<int> features);

    internal sealed override TrainableNetwork Create(IReadOnlyList<int> features, RandomStream random)
    {
        torch.manual_seed((long)(random.NextUInt64() >> 1));
        return new ModuleNetwork(CreateModule(features), Loss);
    }
}
