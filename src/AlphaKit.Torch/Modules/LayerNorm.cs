namespace AlphaKit.Torch.Modules;

/// <summary>(x − mean) ÷ √(variance + ε) × weight + bias over the last dimensions, variance with divisor N.</summary>
public sealed class LayerNorm : torch.nn.Module<Tensor, Tensor>
{
    private readonly long[] _shape;
    private readonly double _eps;

    internal LayerNorm(long[] normalized_shape, double eps, bool elementwise_affine, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LayerNorm))
    {
        ArgumentNullException.ThrowIfNull(normalized_shape);
        _shape = [.. normalized_shape];
        _eps = eps;
        weight = elementwise_affine ? Draw.Constant(1, _shape, device, dtype) : null;
        this.bias = elementwise_affine && bias ? Draw.Constant(0, _shape, device, dtype) : null;
        register_parameter("weight", weight);
        register_parameter("bias", this.bias);
    }

    /// <summary>The factor, or null.</summary>
    public Parameter? weight { get; }

    /// <summary>The shift, or null.</summary>
    public Parameter? bias { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor tensor) => Aten.layer_norm.Call(tensor, _shape, weight, bias, _eps);
}
