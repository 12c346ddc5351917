namespace AlphaKit.Models;

/// <summary>Attention of several heads and what follows it, under the names "self" and "output".</summary>
internal sealed class BertAttention : torch.nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly BertSelfAttention _self;
    private readonly BertResidual _output;

    public BertAttention(BertOptions o)
        : base(nameof(BertAttention))
    {
        register_module("self", _self = new BertSelfAttention(o));
        register_module("output", _output = new BertResidual(o.Width, o));
    }

    public override Tensor forward(Tensor input1, Tensor? input2) => _output.forward(_self.forward(input1, input2), input1);
}
