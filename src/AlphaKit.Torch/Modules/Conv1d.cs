namespace AlphaKit.Torch.Modules;

/// <summary>Convolution over the last dimension of [batch, channels, length].</summary>
public sealed class Conv1d : torch.nn.Module<Tensor, Tensor>
{
    private readonly long _stride;
    private readonly long _padding;
    private readonly long _dilation;
    private readonly long _groups;

    internal Conv1d(long in_channels, long out_channels, long kernel_size, long stride, long padding, long dilation, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(Conv1d))
    {
        foreach ((long value, string name) in new[] { (in_channels, nameof(in_channels)), (out_channels, nameof(out_channels)), (kernel_size, nameof(kernel_size)), (stride, nameof(stride)), (dilation, nameof(dilation)), (groups, nameof(groups)) })
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        if (in_channels % groups != 0 || out_channels % groups != 0) throw new ArgumentException($"Both channels ({in_channels}, {out_channels}) must be multiples of the groups ({groups}).", nameof(groups));
        (_stride, _padding, _dilation, _groups) = (stride, padding, dilation, groups);
        long fan = in_channels / groups * kernel_size;
        weight = Draw.Uniform(Draw.KaimingBound(fan), [out_channels, in_channels / groups, kernel_size], device, dtype);
        this.bias = bias ? Draw.Uniform(Draw.BiasBound(fan), [out_channels], device, dtype) : null;
        register_parameter("weight", weight);
        register_parameter("bias", this.bias);
    }

    /// <summary>[out, in ÷ groups, kernel].</summary>
    public Parameter weight { get; }

    /// <summary>[out], or null.</summary>
    public Parameter? bias { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Aten.conv1d.Call(input, weight, bias, _stride, _padding, _dilation, _groups);
}
