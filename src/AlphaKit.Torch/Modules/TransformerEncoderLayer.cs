namespace AlphaKit.Torch.Modules;

/// <summary>
/// Self-attention and a two-layer network, each with a residual connection and layer normalisation, after the sum or before the part
/// (<c>norm_first</c>).
/// </summary>
public sealed class TransformerEncoderLayer : torch.nn.Module<Tensor, Tensor>
{
    private readonly Func<TransformerEncoderLayer> _another;
    private readonly Activations _activation;
    private readonly bool _normFirst;
    private readonly MultiheadAttention self_attn;
    private readonly Linear linear1;
    private readonly Dropout dropout;
    private readonly Linear linear2;
    private readonly LayerNorm norm1;
    private readonly LayerNorm norm2;
    private readonly Dropout dropout1;
    private readonly Dropout dropout2;

    internal TransformerEncoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, Activations activation, bool batch_first, bool norm_first, Device? device, ScalarType? dtype)
        : base(nameof(TransformerEncoderLayer))
    {
        if (!Enum.IsDefined(activation)) throw new ArgumentOutOfRangeException(nameof(activation), activation, "Must be ReLU or GELU.");
        _another = () => new(d_model, nhead, dim_feedforward, dropout, activation, batch_first, norm_first, device, dtype);
        (_activation, _normFirst) = (activation, norm_first);
        self_attn = new(d_model, nhead, dropout, true, batch_first, device, dtype);
        linear1 = new(d_model, dim_feedforward, true, device, dtype);
        this.dropout = new(dropout);
        linear2 = new(dim_feedforward, d_model, true, device, dtype);
        norm1 = new([d_model], 1e-5, true, true, device, dtype);
        norm2 = new([d_model], 1e-5, true, true, device, dtype);
        dropout1 = new(dropout);
        dropout2 = new(dropout);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>Computes the output.</summary>
    /// <param name="src">[length, batch, width], or [batch, length, width] where batch first.</param>
    /// <param name="src_mask">Pairs that may not see each other, as in <see cref="MultiheadAttention"/>.</param>
    /// <param name="src_key_padding_mask">Keys that nobody may see, [batch, length].</param>
    public Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask = null)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x;
        if (_normFirst)
        {
            x = src + Attend(norm1.forward(src), src_mask, src_key_padding_mask);
            x += Feed(norm2.forward(x));
        }
        else
        {
            x = norm1.forward(src + Attend(src, src_mask, src_key_padding_mask));
            x = norm2.forward(x + Feed(x));
        }

        return x.MoveToOuterDisposeScope();
    }

    /// <summary>Another layer of the same kind with the same values; the generators go on as if nothing had been drawn.</summary>
    internal TransformerEncoderLayer Copy()
    {
        using RngState before = new(linear1.weight.device);
        TransformerEncoderLayer copy = _another();
        copy.load_state_dict(state_dict());
        return copy;
    }

    private Tensor Attend(Tensor x, Tensor? mask, Tensor? padding) => dropout1.forward(self_attn.forward(x, x, x, padding, need_weights: false, attn_mask: mask).Item1);

    private Tensor Feed(Tensor x)
    {
        Tensor hidden = linear1.forward(x);
        return dropout2.forward(linear2.forward(dropout.forward(_activation == Activations.ReLU ? hidden.relu() : hidden.gelu())));
    }
}
