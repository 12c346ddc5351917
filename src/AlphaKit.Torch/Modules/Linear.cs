namespace AlphaKit.Torch.Modules;

/// <summary>y = x Wᵀ + b over the last dimension.</summary>
public sealed class Linear : torch.nn.Module<Tensor, Tensor>
{
    internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Linear))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputSize, 1);
        in_features = inputSize;
        out_features = outputSize;
        weight = Draw.Uniform(Draw.KaimingBound(inputSize), [outputSize, inputSize], device, dtype);
        bias = hasBias ? Draw.Uniform(Draw.BiasBound(inputSize), [outputSize], device, dtype) : null;
        register_parameter("weight", weight);
        register_parameter("bias", bias);
    }

    /// <summary>Length of the last dimension of the input.</summary>
    public long in_features { get; }

    /// <summary>Length of the last dimension of the output.</summary>
    public long out_features { get; }

    /// <summary>W, [out × in].</summary>
    public Parameter weight { get; }

    /// <summary>b, [out], or null.</summary>
    public Parameter? bias { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Aten.linear.Call(input, weight, bias);
}
