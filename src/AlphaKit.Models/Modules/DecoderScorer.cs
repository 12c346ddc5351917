namespace AlphaKit.Models;

/// <summary>
/// Trains a <see cref="CausalDecoder"/> on the days of each share, by the return head and the loss of <see cref="TorchScorer.Loss"/>. Steps before a
/// share has any feature count as padding.
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
        return new Module(Network with { Features = features[0] });
    }

    private sealed class Module : ScoringModule
    {
        private readonly CausalDecoder _decoder;

        public Module(CausalDecoderOptions options)
            : base(nameof(DecoderScorer)) => register_module("decoder", _decoder = new CausalDecoder(options));

        public override Tensor Score(IReadOnlyList<Tensor> inputs)
        {
            // Missing steps are all 0. Only leading ones are padding: a step is valid from the first that is not 0 on.
            Tensor empty = inputs[0].eq(0).all(2);
            Tensor leading = empty.logical_not().to(ScalarType.Int64).cumsum(1).eq(0);
            return _decoder.forward(inputs[0], null, leading).Return;
        }
    }
}
