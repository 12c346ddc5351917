namespace AlphaKit.Models;

/// <summary>
/// The network of a <see cref="RecurrentScorer"/>, or a <see cref="RecurrentModule"/>, for serving: recurrent layers, batch normalisation, heads. Output:
/// <c>score</c>, the mean of the heads.
/// </summary>
public sealed class ServedRecurrent : ServedNetwork
{
    private readonly Lock _lock = new();
    private readonly RecurrentNetwork _network;

    /// <summary>Makes the network of a scorer.</summary>
    /// <param name="scorer">The shape.</param>
    /// <param name="features">Features of each input.</param>
    /// <param name="weights">The weights, as from <see cref="NetworkModel.Tensors"/> or <see cref="WeightFile.Read"/>.</param>
    /// <exception cref="WeightsException">A name is missing or not known, a shape differs, or a value is not finite.</exception>
    public ServedRecurrent(RecurrentScorer scorer, IReadOnlyList<int> features, IReadOnlyList<NamedTensor> weights)
        : base(Given(scorer, nameof(scorer)).Name, [.. Given(features, nameof(features))], VectorWidths.Widest)
    {
        _network = new RecurrentNetwork(scorer, features, RandomStream.Create(0, "served"));
        WeightReader reader = new(Name, weights);
        foreach (NamedTensor own in _network.Tensors()) reader.Take(own.Name, [.. own.Shape]).CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsMemory(own.Values).Span);
        reader.Finish();
    }

    /// <summary>Makes the network of a module on libtorch: gru or lstm, bn, fc.</summary>
    /// <param name="options">The shape.</param>
    /// <param name="weights">The weights, as from <see cref="ModuleWeights.Of"/> or <see cref="WeightFile.Read"/>.</param>
    /// <exception cref="WeightsException">A name is missing or not known, a shape differs, or a value is not finite.</exception>
    public ServedRecurrent(RecurrentModuleOptions options, IReadOnlyList<NamedTensor> weights)
        : this(new RecurrentScorer { Cell = Given(options, nameof(options)).Cell, Hidden = options.Hidden, Output = options.Output }, [options.Features], Numbered(weights))
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, int>> Outputs { get; } = [new("score", 1)];

    private protected override float[] Before(IReadOnlyList<SequenceBatch> inputs, int threads, CancellationToken cancellationToken)
    {
        float[] scores = new float[inputs[0].Count];
        lock (_lock) _network.Score(new NetworkBatch([.. inputs], [], [0, scores.Length]), scores, threads, cancellationToken);
        return scores;
    }

    private protected override void ScoresOf(float[][] outputs, Span<float> scores) => outputs[0].CopyTo(scores);

    private protected override Tile NewTile(int[] steps) => new Samples(steps);

    /// <summary>A module has one head, a scorer numbers its heads.</summary>
    private static IReadOnlyList<NamedTensor> Numbered(IReadOnlyList<NamedTensor> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return [.. weights.Select(t => t.Name is ['b', 'n', '.', .. string bn] ? t with { Name = "bn.0." + bn } : t.Name is ['f', 'c', '.', .. string fc] ? t with { Name = "fc.0." + fc } : t)];
    }

    private sealed class Samples(int[] steps) : Tile(steps)
    {
        public override void Run(Job job, int first, int n) => job.Before.AsSpan(first, n).CopyTo(job.Results[0].AsSpan(first));
    }
}
