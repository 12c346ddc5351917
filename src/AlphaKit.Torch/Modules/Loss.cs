namespace AlphaKit.Torch.Modules;

/// <summary>A loss of input and target as a module; made by <see cref="torch.nn"/>.</summary>
public sealed class Loss : torch.nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor, Tensor> _function;

    internal Loss(string name, Func<Tensor, Tensor, Tensor> function, Tensor? weight = null)
        : base(name)
    {
        _function = function;
        if (weight is not null) register_buffer("weight", weight);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input1, Tensor input2) => _function(input1, input2);
}
