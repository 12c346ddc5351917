namespace AlphaKit.Models;

/// <summary>
/// Three experts, each with its own input – an LSTM on technical series, a transformer encoder on quarterly fundamentals, a convolution on
/// high-frequency columns – and a gate on the pooled inputs of all. Probabilities are mixed, not logits:
/// log p(class) = log Σ_e gate_e · softmax(expert_e)(class).
/// </summary>
public sealed class MixtureOfExperts : torch.nn.Module<Tensor, Tensor, Tensor, MixtureOutput>
{
    private const int Experts = 3;

    private readonly MixtureOptions _options;
    private readonly LSTM _lstm;
    private readonly RecurrentLayer? _fused;
    private readonly TransformerEncoderLayer _transformer;
    private readonly Conv1d _conv1;
    private readonly Conv1d _conv2;
    private readonly Linear _lstmHead;
    private readonly Linear _transformerHead;
    private readonly Linear _convHead;
    private readonly Linear _gate1;
    private readonly Linear _gate2;
    private readonly Linear _volatility;
    private readonly Linear _weight;

    /// <summary>Makes the network with PyTorch's first weights; seed with <c>torch.manual_seed</c>.</summary>
    /// <param name="options">The shape; null for the defaults.</param>
    /// <exception cref="ArgumentException">The fundamental features are no multiple of the heads.</exception>
    public MixtureOfExperts(MixtureOptions? options = null)
        : base(nameof(MixtureOfExperts))
    {
        _options = options ?? new MixtureOptions();
        MixtureOptions o = _options;
        if (o.FundamentalFeatures % o.Heads != 0) throw new ArgumentException($"{o.FundamentalFeatures} fundamental features are no multiple of {o.Heads} heads.", nameof(options));
        int pooled = o.TechnicalFeatures + o.FundamentalFeatures + o.HighFrequencyFeatures, trunk = o.Hidden + o.FundamentalFeatures + o.Channels;
        register_module("lstm", _lstm = torch.nn.LSTM(o.TechnicalFeatures, o.Hidden, batchFirst: true));
        register_module("transformer", _transformer = TorchEngine.EncoderLayer(o.FundamentalFeatures, o.Heads, 4 * o.FundamentalFeatures, o.Dropout));
        register_module("conv1", _conv1 = torch.nn.Conv1d(o.HighFrequencyFeatures, o.Channels, 3, padding: 1));
        register_module("conv2", _conv2 = torch.nn.Conv1d(o.Channels, o.Channels, 3, padding: 1));
        register_module("lstm_head", _lstmHead = torch.nn.Linear(o.Hidden, o.Classes));
        register_module("transformer_head", _transformerHead = torch.nn.Linear(o.FundamentalFeatures, o.Classes));
        register_module("conv_head", _convHead = torch.nn.Linear(o.Channels, o.Classes));
        register_module("gate1", _gate1 = torch.nn.Linear(pooled, o.Hidden));
        register_module("gate2", _gate2 = torch.nn.Linear(o.Hidden, Experts));
        register_module("volatility", _volatility = torch.nn.Linear(trunk, 1));
        register_module("weight", _weight = torch.nn.Linear(trunk, 1));
        if (o.Hidden <= FusedRecurrent.MostHidden) _fused = new RecurrentLayer(RecurrentCell.Lstm, o.TechnicalFeatures, o.Hidden);
    }

    internal MixtureOptions Options => _options;

    /// <summary>Computes all outputs.</summary>
    /// <param name="input1">Technical series, [batch, steps, features].</param>
    /// <param name="input2">Fundamental series, [batch, quarters, features].</param>
    /// <param name="input3">High-frequency series, [batch, steps, features].</param>
    /// <exception cref="ArgumentException">A shape is wrong or the batches differ.</exception>
    public override MixtureOutput forward(Tensor input1, Tensor input2, Tensor input3)
    {
        TensorShape.Require(input1, nameof(input1), -1, -1, _options.TechnicalFeatures);
        TensorShape.Require(input2, nameof(input2), input1.size(0), -1, _options.FundamentalFeatures);
        TensorShape.Require(input3, nameof(input3), input1.size(0), -1, _options.HighFrequencyFeatures);
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor technical = Last(input1);
        Tensor fundamental = TorchEngine.Encode(_transformer, input2 + PositionalEncoding.Of((int)input2.size(1), _options.FundamentalFeatures).to(input2.device)).mean([1]);
        Tensor waves = Convolve(_conv2, Convolve(_conv1, input3).relu()).relu().mean([1]);
        Tensor logits = torch.stack([_lstmHead.forward(technical), _transformerHead.forward(fundamental), _convHead.forward(waves)], 1);
        Tensor gate = Gate(torch.cat([input1.mean([1]), input2.mean([1]), input3.mean([1])], 1));

        // Σ over experts (dimension 1), in logarithms; an expert that the gate leaves out has log 0 and no gradient.
        Tensor logGate = gate.clamp(min: 1e-30).log().unsqueeze(2);
        Tensor mixed = (logGate + logits.log_softmax(2)).logsumexp(1);
        Tensor trunk = torch.cat([technical, fundamental, waves], 1);
        Tensor volatility = torch.nn.functional.softplus(_volatility.forward(trunk)).squeeze(1), weight = _weight.forward(trunk).sigmoid().squeeze(1);
        return new MixtureOutput(
            mixed.MoveToOuterDisposeScope(), gate.MoveToOuterDisposeScope(), logits.MoveToOuterDisposeScope(), volatility.MoveToOuterDisposeScope(), weight.MoveToOuterDisposeScope());
    }

    private Tensor Last(Tensor input)
    {
        if (_fused is not null && input.device_type == DeviceType.CPU && input.dtype == ScalarType.Float32) return FusedRecurrent.Apply(_fused, input, TorchEngine.Weights(_lstm), torch.get_num_threads());
        Tensor states = _lstm.forward(input).Item1;
        return states.select(1, states.size(1) - 1);
    }

    /// <summary>
    /// A convolution over three steps with zeros around them, [batch, steps, channels] to the same. On a processor it is one matrix product: libtorch's own goes
    /// sample by sample there and takes most of the time of a training step.
    /// </summary>
    private static Tensor Convolve(Conv1d layer, Tensor input)
    {
        if (input.device_type != DeviceType.CPU) return layer.forward(input.transpose(1, 2)).transpose(1, 2);
        long steps = input.size(1);
        Tensor padded = torch.nn.functional.pad(input, [0, 0, 1, 1]);
        Tensor windows = torch.cat([padded.narrow(1, 0, steps), padded.narrow(1, 1, steps), padded.narrow(1, 2, steps)], 2);
        return torch.nn.functional.linear(windows, layer.weight.permute(0, 2, 1).reshape(layer.weight.size(0), -1), layer.bias);
    }

    private Tensor Gate(Tensor pooled)
    {
        Tensor logits = _gate2.forward(_gate1.forward(pooled).relu());
        if (_options.TopExperts is not { } top || top == Experts) return logits.softmax(1);
        Tensor least = logits.topk(top, 1).values.select(1, top - 1).unsqueeze(1);
        return logits.masked_fill(logits.lt(least), double.NegativeInfinity).softmax(1);
    }
}
