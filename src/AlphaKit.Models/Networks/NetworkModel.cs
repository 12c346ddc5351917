using AlphaKit.Factors;

namespace AlphaKit.Models;

/// <summary>
/// Trained networks of a <see cref="NetworkScorer"/>. The score of a share is the mean over the networks of its z-score within the day; shares with too
/// little history have none.
/// </summary>
/// <threadsafety>Safe for concurrent use; one day is scored at a time.</threadsafety>
public sealed class NetworkModel : ITrainedModel
{
    private readonly TrainableNetwork[] _networks;
    private readonly DayScorer _scorer;

    internal NetworkModel(NetworkScorer spec, IReadOnlyList<string> features, IReadOnlyList<TrainableNetwork> networks, IReadOnlyList<TrainingEpoch> history, IReadOnlyList<string> notes)
    {
        Spec = spec;
        _networks = [.. networks];
        _scorer = new DayScorer(spec.Inputs, features, [.. _networks.Select(n => (ScoreBatch)((batch, scores) => n.Score(batch, scores, 1, CancellationToken.None)))]);
        History = [.. history];
        Notes = [.. notes];
    }

    internal NetworkScorer Spec { get; }

    internal IReadOnlyList<string> Features => _scorer.Features;

    /// <summary>The training curves; empty for a model that was loaded.</summary>
    public IReadOnlyList<TrainingEpoch> History { get; }

    /// <summary>The training curves as a table, for a report or a file: network, epoch, loss, validation_ic, validation_auc, best (1 or 0).</summary>
    public Table Curves => new(
        "training_curves",
        TableColumn.Integer("network", History.Select(e => (long)e.Seed)),
        TableColumn.Integer("epoch", History.Select(e => (long)e.Epoch)),
        TableColumn.Number("loss", History.Select(e => e.Loss), "F4"),
        TableColumn.Number("validation_ic", History.Select(e => e.ValidationIc), "F4"),
        TableColumn.Number("validation_auc", History.Select(e => e.ValidationAuc), "F4"),
        TableColumn.Integer("best", History.Select(e => e.IsBest ? 1L : 0)));

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>How many networks there are.</summary>
    public int Count => _networks.Length;

    /// <summary>The weights and running statistics of a network by PyTorch's names; write them with <see cref="WeightFile"/>.</summary>
    /// <param name="network">0 to <see cref="Count"/> − 1.</param>
    public IReadOnlyList<NamedTensor> Tensors(int network) => _networks[network].Tensors();

    /// <summary>A model from stored weights, trained here or elsewhere.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="features">The names of the features of the days to score, in order.</param>
    /// <param name="networks">The tensors of each network, as from <see cref="Tensors"/>.</param>
    /// <exception cref="ArgumentException">There is no network, a tensor is missing or has another shape, or a value is not finite.</exception>
    public static NetworkModel FromTensors(NetworkScorer spec, IReadOnlyList<string> features, IReadOnlyList<IReadOnlyList<NamedTensor>> networks)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(networks);
        if (networks.Count == 0) throw new ArgumentException("At least one network is needed.", nameof(networks));
        int[] counts = [.. spec.Inputs.Select(i => i.Features.Count == 0 ? features.Count : i.Features.Count)];
        return new NetworkModel(spec, features, [.. networks.Select(t => NetworkTensors.Load(spec.Create(counts, RandomStream.Create(0, "loaded")), t))], [], []);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The day has other features than the model was made for, or the span is not one score per symbol.</exception>
    public void Predict(FeatureDay day, Span<float> scores)
    {
        _scorer.Score(day, scores);
    }
}
