namespace AlphaKit.Models;

/// <summary>The layers one after the other, under the name "layer".</summary>
internal sealed class BertLayers : torch.nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly ModuleList<BertLayer> _layers;

    public BertLayers(BertOptions o)
        : base(nameof(BertLayers)) =>
        register_module("layer", _layers = torch.nn.ModuleList([.. Enumerable.Range(0, o.Layers).Select(_ => new BertLayer(o))]));

    public override Tensor forward(Tensor input1, Tensor? input2)
    {
        Tensor x = input1;
        foreach (BertLayer layer in _layers) x = layer.forward(x, input2);
        return x;
    }
}
