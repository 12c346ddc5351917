namespace AlphaKit.Models;

/// <summary>x ← LayerNorm(x + attention(x)), x ← LayerNorm(x + W₂ GELU(W₁ x)).</summary>
internal sealed class BertLayer : torch.nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly BertAttention _attention;
    private readonly BertDense _intermediate;
    private readonly BertResidual _output;

    public BertLayer(BertOptions o)
        : base(nameof(BertLayer))
    {
        register_module("attention", _attention = new BertAttention(o));
        register_module("intermediate", _intermediate = new BertDense(o.Width, o.FeedForward));
        register_module("output", _output = new BertResidual(o.FeedForward, o));
    }

    public override Tensor forward(Tensor input1, Tensor? input2)
    {
        Tensor x = _attention.forward(input1, input2);
        return _output.forward(torch.nn.functional.gelu(_intermediate.forward(x)), x);
    }
}
