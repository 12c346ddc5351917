using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// Trains an <see cref="AttentionDnn"/> on the features of the day alone: cross-entropy of each day's classes plus <see cref="ReturnWeight"/> times the
/// squared error of the return head on the scaled label. The score is p(up) − p(down). It reads one input of one step.
/// </summary>
public sealed record AttentionDnnScorer : TorchScorer
{
    /// <inheritdoc/>
    public override string Name => "attention-dnn";

    /// <summary>How classes are made.</summary>
    /// <value>The default is 30, 40 and 30 % of each day.</value>
    public LabelClasses Classes
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = LabelClasses.ThirtyFortyThirty;

    /// <summary>Weight of the return head in the loss.</summary>
    /// <value>Finite, 0 or more. The default is 0.1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or negative.</exception>
    public double ReturnWeight
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(ReturnWeight), value, "Must be finite and 0 or more.");
    } = 0.1;

    internal override LabelClasses? ClassRule => Classes;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters =>
        [new("classes", Classes.ToString()), new("return_weight", ReturnWeight.ToString("R", CultureInfo.InvariantCulture)), .. InputParameters];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is not one input of one step.</exception>
    public override ScoringModule CreateModule(IReadOnlyList<int> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (Inputs.Count != 1 || Inputs[0].Steps != 1) throw new ArgumentException("The network reads one input of one step: Inputs = [new SequenceInput { Steps = 1 }].", nameof(features));
        if (Targets.Count > 0) throw new ArgumentException("The network has no head for further targets.", nameof(features));
        return new Module(new AttentionDnnOptions { Features = features[0] }, this);
    }

    internal override ServedNetwork Serve(IReadOnlyList<int> features, IReadOnlyList<NamedTensor> weights) =>
        new ServedAttentionDnn(new AttentionDnnOptions { Features = features[0] }, WeightReader.Below("dnn", weights));

    private sealed class Module : ScoringModule
    {
        private readonly AttentionDnnScorer _spec;
        private readonly AttentionDnn _dnn;

        public Module(AttentionDnnOptions options, AttentionDnnScorer spec)
            : base(nameof(AttentionDnnScorer))
        {
            _spec = spec;
            register_module("dnn", _dnn = new AttentionDnn(options));
        }

        public override LabelClasses Classes => _spec.Classes;

        public override Tensor ClassProbabilities(IReadOnlyList<Tensor> inputs) => _dnn.forward(inputs[0].squeeze(1)).Logits.softmax(1);

        public override Tensor Score(IReadOnlyList<Tensor> inputs)
        {
            Tensor p = ClassProbabilities(inputs);
            return p.select(1, 2) - p.select(1, 0);
        }

        public override Tensor? Loss(IReadOnlyList<Tensor> inputs, BatchLabels labels)
        {
            (Tensor logits, Tensor foreseen) = _dnn.forward(inputs[0].squeeze(1));
            return ClassLoss(logits.log_softmax(1), _spec.Classes, labels) + (SquaredLoss(foreseen, labels.Labels) * _spec.ReturnWeight);
        }
    }
}
