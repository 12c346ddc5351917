using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// A <see cref="MixtureOfExperts"/> with a fourth expert that reads texts, as vectors of <see cref="TextFeatures"/> or from elsewhere. The text expert is a
/// hidden layer and a head; a second gate weighs it against the other three:
/// <code>
/// p = (1 − g) · p_mixture + g · softmax(text head),   g = σ(gate(pooled inputs, text)), 0 for a share without a text
/// </code>
/// The inputs are the technical, the fundamental and the high-frequency series and the text, the latter one step with <see cref="SequenceScale.None"/>.
/// </summary>
/// <remarks>
/// A share has a text if any number of its text input is not 0; missing numbers are 0. Name <see cref="TextFeatures.CountName"/> among the features of the
/// text input: it is there for every member, and a share of which an input has no feature at all is not scored.
/// </remarks>
public sealed record TextMixtureScorer : TorchScorer
{
    /// <inheritdoc/>
    public override string Name => "text-mixture";

    /// <summary>The three other experts, their loss and classes; its inputs and training are not used.</summary>
    /// <value>The default are the defaults of <see cref="MixtureScorer"/>.</value>
    public MixtureScorer Mixture
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new();

    /// <summary>Units of the hidden layer of the text expert.</summary>
    /// <value>1 or more. The default is 32.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int TextHidden
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(TextHidden), value, "Must be 1 or more.");
    } = 32;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters =>
    [
        new("text_hidden", TextHidden.ToString(CultureInfo.InvariantCulture)),
        .. Mixture.Parameters.TakeWhile(p => p.Key != "input.0"),
        .. InputParameters,
    ];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are not four inputs, or the fourth is not one step as given.</exception>
    public override ScoringModule CreateModule(IReadOnlyList<int> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Count != 4) throw new ArgumentException($"The network reads four inputs, there are {features.Count}.", nameof(features));
        if (Inputs[3].Steps != 1 || Inputs[3].Scale != SequenceScale.None)
            throw new ArgumentException("The fourth input is the text of the day as given: new SequenceInput { Steps = 1, Scale = SequenceScale.None }.", nameof(features));
        if (Targets.Count > 0) throw new ArgumentException("The network has no head for further targets.", nameof(features));
        MixtureOptions options = Mixture.Network with { TechnicalFeatures = features[0], FundamentalFeatures = features[1], HighFrequencyFeatures = features[2], Classes = 3 };
        return new Module(options, features[3], this);
    }

    private sealed class Module : ScoringModule
    {
        private readonly TextMixtureScorer _spec;
        private readonly MixtureOfExperts _moe;
        private readonly Linear _hidden;
        private readonly Linear _head;
        private readonly Linear _gate;

        public Module(MixtureOptions options, int text, TextMixtureScorer spec)
            : base(nameof(TextMixtureScorer))
        {
            _spec = spec;
            int pooled = options.TechnicalFeatures + options.FundamentalFeatures + options.HighFrequencyFeatures;
            register_module("moe", _moe = new MixtureOfExperts(options));
            register_module("text_hidden", _hidden = torch.nn.Linear(text, spec.TextHidden));
            register_module("text_head", _head = torch.nn.Linear(spec.TextHidden, options.Classes));
            register_module("text_gate", _gate = torch.nn.Linear(pooled + spec.TextHidden, 1));
        }

        public override Tensor Score(IReadOnlyList<Tensor> inputs)
        {
            Tensor p = Run(inputs).LogProbabilities.exp();
            return p.select(1, 2) - p.select(1, 0);
        }

        public override Tensor? Loss(IReadOnlyList<Tensor> inputs, BatchLabels labels)
        {
            (Tensor logProbabilities, MixtureOutput mixture) = Run(inputs);
            return ClassLoss(logProbabilities, _spec.Mixture.Classes, labels) + mixture.Regulariser(_spec.Mixture.LoadBalance, _spec.Mixture.Decorrelation);
        }

        private (Tensor LogProbabilities, MixtureOutput Mixture) Run(IReadOnlyList<Tensor> inputs)
        {
            MixtureOutput mixture = _moe.forward(inputs[0], inputs[1], inputs[2]);
            Tensor text = inputs[3].squeeze(1), state = _hidden.forward(text).relu();
            Tensor has = text.abs().sum([1], keepdim: true).gt(0.0).to(ScalarType.Float32);
            Tensor pooled = torch.cat([inputs[0].mean([1]), inputs[1].mean([1]), inputs[2].mean([1]), state], 1);
            Tensor gate = _gate.forward(pooled).sigmoid() * has;

            // Without a text the second summand has log 0 and no gradient.
            Tensor both = torch.stack(
                [(1.0 - gate).clamp(min: 1e-30).log() + mixture.LogProbabilities, gate.clamp(min: 1e-30).log() + _head.forward(state).log_softmax(1)], 1);
            return (both.logsumexp(1), mixture);
        }
    }
}
