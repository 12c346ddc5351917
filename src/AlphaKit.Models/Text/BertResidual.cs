namespace AlphaKit.Models;

/// <summary>LayerNorm(before + dense(x)).</summary>
internal sealed class BertResidual : torch.nn.Module<Tensor, Tensor, Tensor>
{
    private readonly Linear _dense;
    private readonly LayerNorm _norm;
    private readonly Dropout _dropout;

    public BertResidual(int from, BertOptions o)
        : base(nameof(BertResidual))
    {
        register_module("dense", _dense = torch.nn.Linear(from, o.Width));
        register_module("LayerNorm", _norm = torch.nn.LayerNorm(o.Width, o.Epsilon));
        register_module("dropout", _dropout = torch.nn.Dropout(o.Dropout));
    }

    public override Tensor forward(Tensor input1, Tensor input2) => _norm.forward(_dropout.forward(_dense.forward(input1)) + input2);
}
