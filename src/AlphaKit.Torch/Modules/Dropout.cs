namespace AlphaKit.Torch.Modules;

/// <summary>While training sets each element to 0 with probability p and divides the others by 1 − p; otherwise does nothing.</summary>
public sealed class Dropout : torch.nn.Module<Tensor, Tensor>
{
    internal Dropout(double p)
        : base(nameof(Dropout)) =>
        this.p = p is >= 0 and <= 1 ? p : throw new ArgumentOutOfRangeException(nameof(p), p, "Must be a probability, 0 to 1.");

    /// <summary>The probability.</summary>
    public double p { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Aten.dropout.Call(input, p, training);
}
