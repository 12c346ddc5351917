namespace AlphaKit.Torch.Modules;

/// <summary>Transformer layers one after the other; each begins as a copy of the given one.</summary>
public sealed class TransformerEncoder : torch.nn.Module<Tensor, Tensor>
{
    private readonly ModuleList<TransformerEncoderLayer> layers;
    private readonly LayerNorm? norm;

    internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers, LayerNorm? norm)
        : base(nameof(TransformerEncoder))
    {
        ArgumentNullException.ThrowIfNull(encoder_layer);
        ArgumentOutOfRangeException.ThrowIfLessThan(num_layers, 1);
        layers = new ModuleList<TransformerEncoderLayer>([.. Enumerable.Range(0, checked((int)num_layers)).Select(_ => encoder_layer.Copy())]);
        this.norm = norm;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>Computes the output.</summary>
    /// <param name="src">As for <see cref="TransformerEncoderLayer"/>.</param>
    /// <param name="src_mask">Pairs that may not see each other.</param>
    /// <param name="src_key_padding_mask">Keys that nobody may see, [batch, length].</param>
    public Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask = null)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = src;
        foreach (TransformerEncoderLayer layer in layers) x = layer.forward(x, src_mask, src_key_padding_mask);
        if (norm is not null) x = norm.forward(x);
        return x.MoveToOuterDisposeScope();
    }
}
