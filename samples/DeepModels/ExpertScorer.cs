using AlphaKit.Models;
using AlphaKit.Torch;

namespace DeepModels;

/// <summary>One expert of a mixture, trained by itself: the same network and loss, without the gate and the other two.</summary>
internal sealed record ExpertScorer : TorchScorer
{
    public required MixtureScorer Mixture { get; init; }

    /// <summary>0 the LSTM, 1 the transformer, 2 the convolution.</summary>
    public required int Expert { get; init; }

    public override string Name => $"expert {Expert} of {Mixture.Name}";

    public override IReadOnlyList<KeyValuePair<string, string>> Parameters => [.. Mixture.Parameters, new("expert", Expert.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    public override ScoringModule CreateModule(IReadOnlyList<int> features) => new Module(
        Mixture.Network with { TechnicalFeatures = features[0], FundamentalFeatures = features[1], HighFrequencyFeatures = features[2] }, this);

    private sealed class Module : ScoringModule
    {
        private readonly ExpertScorer _spec;
        private readonly MixtureOfExperts _experts;

        public Module(MixtureOptions options, ExpertScorer spec)
            : base(nameof(ExpertScorer))
        {
            _spec = spec;
            register_module("experts", _experts = new MixtureOfExperts(options));
        }

        public override Tensor Score(IReadOnlyList<Tensor> inputs)
        {
            Tensor p = LogProbabilities(inputs).exp();
            return p.select(1, 2) - p.select(1, 0);
        }

        public override Tensor? Loss(IReadOnlyList<Tensor> inputs, BatchLabels labels) => ClassLoss(LogProbabilities(inputs), _spec.Mixture.Classes, labels);

        private Tensor LogProbabilities(IReadOnlyList<Tensor> inputs) =>
            _experts.forward(inputs[0], inputs[1], inputs[2]).ExpertLogits.select(1, _spec.Expert).log_softmax(1);
    }
}
