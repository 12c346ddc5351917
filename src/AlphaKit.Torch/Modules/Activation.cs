namespace AlphaKit.Torch.Modules;

/// <summary>A function of each element, or along one dimension, as a module without parameters; made by <see cref="torch.nn"/>.</summary>
public sealed class Activation : torch.nn.Module<Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor> _function;

    internal Activation(string name, Func<Tensor, Tensor> function)
        : base(name) =>
        _function = function;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _function(input);
}
