namespace AlphaKit.Models;

/// <summary>A linear layer under the name "dense".</summary>
internal sealed class BertDense : torch.nn.Module<Tensor, Tensor>
{
    private readonly Linear _dense;

    public BertDense(int from, int to)
        : base(nameof(BertDense)) =>
        register_module("dense", _dense = torch.nn.Linear(from, to));

    public override Tensor forward(Tensor input) => _dense.forward(input);
}
