namespace AlphaKit.Models;

/// <summary>A network that scores a share from sequences of its features: what to read and how to train.</summary>
public abstract record NetworkScorer : ModelSpec
{
    private protected NetworkScorer()
    {
    }

    /// <summary>The sequences to read, one or more.</summary>
    /// <value>The default is all features of 40 days.</value>
    /// <exception cref="ArgumentException">There is none.</exception>
    public IReadOnlyList<SequenceInput> Inputs
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count == 0) throw new ArgumentException("At least one input is needed.", nameof(Inputs));
            field = [.. value];
        }
    } = [new SequenceInput()];

    /// <summary>How to train.</summary>
    /// <value>The default are the defaults of <see cref="TrainingOptions"/>.</value>
    public TrainingOptions Training
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new();

    /// <summary>The classes that the network learns; null where it learns no classes.</summary>
    internal virtual LabelClasses? ClassRule => null;

    /// <inheritdoc/>
    /// <exception cref="ClassAbsentException">A class that the network should learn has no sample.</exception>
    /// <exception cref="ArgumentException">Classes are made by thresholds in the unit of the label, but labels are scaled.</exception>
    /// <exception cref="TrainingDivergedException">Loss or gradient became infinite or undefined.</exception>
    /// <exception cref="CheckpointException">The checkpoint to go on from cannot be read or belongs to another training.</exception>
    public sealed override ITrainedModel Fit(TrainingSet set, TrainingContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(context);
        return new NetworkTrainer(this, set, context).Run(cancellationToken);
    }

    /// <summary>Inputs and training, for <see cref="ModelSpec.Parameters"/>.</summary>
    private protected IEnumerable<KeyValuePair<string, string>> InputParameters =>
    [
        .. Inputs.Select((input, k) => new KeyValuePair<string, string>(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"input.{k}"), input.ToString())),
        new("targets", this is TorchScorer scorer ? string.Join(", ", scorer.Targets.Select(t => t.Target.Name)) : ""),
        new("training", NetworkTrainer.Describe(Training)),
    ];

    /// <summary>The trained network in C# alone; null if there is none for this scorer.</summary>
    internal virtual ServedNetwork? Serve(IReadOnlyList<int> features, IReadOnlyList<NamedTensor> weights) => null;

    internal abstract TrainableNetwork Create(IReadOnlyList<int> features, RandomStream random);
}
