namespace AlphaKit.Models;

/// <summary>tanh of a linear layer on the state of the first token.</summary>
internal sealed class BertPooler : torch.nn.Module<Tensor, Tensor>
{
    private readonly Linear _dense;

    public BertPooler(BertOptions o)
        : base(nameof(BertPooler)) =>
        register_module("dense", _dense = torch.nn.Linear(o.Width, o.Width));

    public override Tensor forward(Tensor input) => _dense.forward(input.select(1, 0)).tanh();
}
