namespace AlphaKit.Torch.Modules;

/// <summary>
/// (x − mean) ÷ √(variance + ε) × weight + bias for each feature: of the batch while training (divisor N), of the running values otherwise (whose
/// variance has divisor N − 1).
/// </summary>
public sealed class BatchNorm1d : torch.nn.Module<Tensor, Tensor>
{
    private readonly long _features;
    private readonly double _eps;
    private readonly double _momentum;

    internal BatchNorm1d(long features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
        : base(nameof(BatchNorm1d))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        (_features, _eps, _momentum) = (features, eps, momentum);
        weight = affine ? Draw.Constant(1, [features], device, dtype) : null;
        bias = affine ? Draw.Constant(0, [features], device, dtype) : null;
        register_parameter("weight", weight);
        register_parameter("bias", bias);
        if (!track_running_stats) return;
        running_mean = torch.zeros([features], dtype, device);
        running_var = torch.ones([features], dtype, device);
        num_batches_tracked = torch.zeros([], ScalarType.Int64, device);
        register_buffer("running_mean", running_mean);
        register_buffer("running_var", running_var);
        register_buffer("num_batches_tracked", num_batches_tracked);
    }

    /// <summary>The factor, or null.</summary>
    public Parameter? weight { get; }

    /// <summary>The shift, or null.</summary>
    public Parameter? bias { get; }

    /// <summary>Running mean, or null.</summary>
    public Tensor? running_mean { get; }

    /// <summary>Running variance, or null.</summary>
    public Tensor? running_var { get; }

    /// <summary>Number of batches that the running values have seen, or null.</summary>
    public Tensor? num_batches_tracked { get; }

    /// <summary>Normalises [batch, features] or [batch, features, length].</summary>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.ndim is not (2 or 3) || input.size(1) != _features)
            throw new ArgumentException($"{GetName()} takes [batch, {_features}] or [batch, {_features}, length], got {Tensor.Describe(input)}.", nameof(input));
        if (training && num_batches_tracked is not null)
        {
            using IDisposable guard = torch.no_grad();
            num_batches_tracked.add_(1);
        }

        return Aten.batch_norm.Call(input, weight, bias, running_mean, running_var, training || running_mean is null, _momentum, _eps, true);
    }
}
