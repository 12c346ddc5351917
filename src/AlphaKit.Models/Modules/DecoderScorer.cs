namespace AlphaKit.Models;

/// <summary>
/// Trains a <see cref="CausalDecoder"/> on the days of each share. With a Sharpe ratio and a drawdown as <see cref="TorchScorer.Targets"/> the loss is
/// 0.4 · |return| + 0.3 · |Sharpe| + 0.3 · |drawdown|, mean absolute errors of scaled values; without targets it is <see cref="TorchScorer.Loss"/> on the
/// return head. The score is the return head. Steps before a share has any feature count as padding.
/// </summary>
public sealed record DecoderScorer : TorchScorer
{
    /// <inheritdoc/>
    public override string Name => "causal-decoder";

    /// <summary>The shape; the number of features is taken from the input.</summary>
    /// <value>The default are the defaults of <see cref="CausalDecoderOptions"/>, which are large for a processor.</value>
    public CausalDecoderOptions Network
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.SentimentFeatures > 0) throw new ArgumentException("The scorer has no input for sentiment: build a CausalDecoder yourself.", nameof(Network));
            field = value;
        }
    } = new();

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters => [new("network", Network.ToString()), new("loss", Loss.Name), .. InputParameters];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is not one input.</exception>
    public override ScoringModule CreateModule(IReadOnlyList<int> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Count != 1) throw new ArgumentException($"The decoder reads one input, there are {features.Count}.", nameof(features));
        if (Targets.Count > 0 && !Targets.Select(t => t.Target.Kind).SequenceEqual([TargetKind.Sharpe, TargetKind.Drawdown]))
            throw new ArgumentException("The decoder's heads want no further targets, or a Sharpe ratio and a drawdown in this order.", nameof(features));
        return new Module(Network with { Features = features[0] });
    }

    internal override ServedNetwork Serve(IReadOnlyList<int> features, IReadOnlyList<NamedTensor> weights) =>
        new ServedDecoder(Network with { Features = features[0] }, WeightReader.Below("decoder", weights));

    private sealed class Module : ScoringModule
    {
        private readonly CausalDecoder _decoder;

        public Module(CausalDecoderOptions options)
            : base(nameof(DecoderScorer)) => register_module("decoder", _decoder = new CausalDecoder(options));

        public override Tensor Score(IReadOnlyList<Tensor> inputs) => Heads(inputs).Return;

        public override Tensor? Loss(IReadOnlyList<Tensor> inputs, BatchLabels labels)
        {
            if (labels.Targets.Count == 0) return null;
            (Tensor foreseen, Tensor sharpe, Tensor drawdown) = Heads(inputs);
            return (AbsoluteLoss(foreseen, labels.Labels) * 0.4) + (AbsoluteLoss(sharpe, labels.Targets[0]) * 0.3) + (AbsoluteLoss(drawdown, labels.Targets[1]) * 0.3);
        }

        private (Tensor Return, Tensor Sharpe, Tensor Drawdown) Heads(IReadOnlyList<Tensor> inputs)
        {
            // Missing steps are all 0. Only leading ones are padding: a step is valid from the first that is not 0 on.
            Tensor empty = inputs[0].eq(0).all(2);
            Tensor leading = empty.logical_not().to(ScalarType.Int64).cumsum(1).eq(0);
            return _decoder.forward(inputs[0], null, leading);
        }
    }
}
