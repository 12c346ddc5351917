using System.Globalization;

namespace AlphaKit.Models;

/// <summary>
/// Trains a <see cref="MixtureOfExperts"/> on classes of each day's labels; the score is p(up) − p(down). The three inputs are the technical, the
/// fundamental and the high-frequency series, in this order.
/// </summary>
public sealed record MixtureScorer : TorchScorer
{
    /// <inheritdoc/>
    public override string Name => "mixture-of-experts";

    /// <summary>The shape; numbers of features are taken from the inputs.</summary>
    /// <value>The default are the defaults of <see cref="MixtureOptions"/>.</value>
    public MixtureOptions Network
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = new();

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

    /// <summary>Weight of the squared error of the volatility head in the loss; counts if there is a volatility among the targets.</summary>
    /// <value>Finite, 0 or more. The default is 0.1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or negative.</exception>
    public double VolatilityWeight
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(VolatilityWeight), value, "Must be finite and 0 or more.");
    } = 0.1;

    /// <summary>Weight of the load balance in the loss.</summary>
    /// <value>Finite, 0 or more. The default is 0.01.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or negative.</exception>
    public double LoadBalance
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(LoadBalance), value, "Must be finite and 0 or more.");
    } = 0.01;

    /// <summary>Weight of the decorrelation of the experts in the loss.</summary>
    /// <value>Finite, 0 or more. The default is 0.01.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or negative.</exception>
    public double Decorrelation
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Decorrelation), value, "Must be finite and 0 or more.");
    } = 0.01;

    internal override LabelClasses? ClassRule => Classes;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Parameters =>
    [
        new("network", Network.ToString()),
        new("classes", Classes.ToString()),
        new("volatility_weight", VolatilityWeight.ToString("R", CultureInfo.InvariantCulture)),
        new("load_balance", LoadBalance.ToString("R", CultureInfo.InvariantCulture)),
        new("decorrelation", Decorrelation.ToString("R", CultureInfo.InvariantCulture)),
        .. InputParameters,
    ];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are not three inputs.</exception>
    public override ScoringModule CreateModule(IReadOnlyList<int> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Count != 3) throw new ArgumentException($"A mixture of experts reads three inputs, there are {features.Count}.", nameof(features));
        if (Targets.Count > 1 || Targets.Any(t => t.Target.Kind != TargetKind.Volatility)) throw new ArgumentException("A mixture of experts has a head for one further target, a volatility.", nameof(features));
        return new Module(Shape(features), this);
    }

    internal override ServedNetwork Serve(IReadOnlyList<int> features, IReadOnlyList<NamedTensor> weights) => new ServedMixture(Shape(features), WeightReader.Below("moe", weights));

    private MixtureOptions Shape(IReadOnlyList<int> features) =>
        Network with { TechnicalFeatures = features[0], FundamentalFeatures = features[1], HighFrequencyFeatures = features[2], Classes = 3 };

    private sealed class Module : ScoringModule
    {
        private readonly MixtureScorer _spec;
        private readonly MixtureOfExperts _moe;

        public Module(MixtureOptions options, MixtureScorer spec)
            : base(nameof(MixtureScorer))
        {
            _spec = spec;
            register_module("moe", _moe = new MixtureOfExperts(options));
        }

        public override LabelClasses Classes => _spec.Classes;

        public override Tensor ClassProbabilities(IReadOnlyList<Tensor> inputs) => _moe.forward(inputs[0], inputs[1], inputs[2]).LogProbabilities.exp();

        public override Tensor Score(IReadOnlyList<Tensor> inputs)
        {
            Tensor p = ClassProbabilities(inputs);
            return p.select(1, 2) - p.select(1, 0);
        }

        public override Tensor? Loss(IReadOnlyList<Tensor> inputs, BatchLabels labels)
        {
            MixtureOutput output = _moe.forward(inputs[0], inputs[1], inputs[2]);
            Tensor loss = ClassLoss(output.LogProbabilities, _spec.Classes, labels) + output.Regulariser(_spec.LoadBalance, _spec.Decorrelation);
            return labels.Targets.Count == 0 ? loss : loss + (SquaredLoss(output.Volatility, labels.Targets[0]) * _spec.VolatilityWeight);
        }
    }
}
