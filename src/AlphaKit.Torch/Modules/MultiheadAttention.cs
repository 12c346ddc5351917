namespace AlphaKit.Torch.Modules;

/// <summary>
/// Attention of several heads: softmax(Q Kᵀ ÷ √d) V for each, projected together. A row of which every key is masked gives zeros with zero
/// gradient, where PyTorch gives NaN.
/// </summary>
public sealed class MultiheadAttention : torch.nn.Module<Tensor, Tensor, Tensor, (Tensor, Tensor?)>
{
    private readonly long _width;
    private readonly long _heads;
    private readonly double _dropout;
    private readonly bool _batchFirst;

    internal MultiheadAttention(long embedded_dim, long num_heads, double dropout, bool bias, bool batch_first, Device? device, ScalarType? dtype)
        : base(nameof(MultiheadAttention))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(embedded_dim, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(num_heads, 1);
        if (embedded_dim % num_heads != 0) throw new ArgumentException($"The width {embedded_dim} must be a multiple of the heads {num_heads}.", nameof(num_heads));
        if (dropout is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(dropout), dropout, "Must be a probability, 0 to 1.");
        (_width, _heads, _dropout, _batchFirst) = (embedded_dim, num_heads, dropout, batch_first);
        // PyTorch makes the output's projection first and draws the input's afterwards: the order of draws is part of equal seeds.
        out_proj = new Linear(embedded_dim, embedded_dim, bias, device, dtype);
        in_proj_weight = Draw.Uniform(Draw.XavierBound(embedded_dim, 3 * embedded_dim), [3 * embedded_dim, embedded_dim], device, dtype);
        in_proj_bias = bias ? Draw.Constant(0, [3 * embedded_dim], device, dtype) : null;
        if (out_proj.bias is not null)
        {
            using IDisposable guard = torch.no_grad();
            out_proj.bias.zero_();
        }

        register_parameter("in_proj_weight", in_proj_weight);
        register_parameter("in_proj_bias", in_proj_bias);
        register_module("out_proj", out_proj);
    }

    /// <summary>Projections of query, key and value above each other, [3 width × width].</summary>
    public Parameter in_proj_weight { get; }

    /// <summary>Their biases, or null.</summary>
    public Parameter? in_proj_bias { get; }

    /// <summary>The last projection.</summary>
    public Linear out_proj { get; }

    /// <summary>Output, and the weights averaged over the heads.</summary>
    public override (Tensor, Tensor?) forward(Tensor query, Tensor key, Tensor value) => forward(query, key, value, null);

    /// <summary>Output, and the weights averaged over the heads ([batch, targets, sources]) where they are wanted.</summary>
    /// <param name="query">[targets, batch, width], or [batch, targets, width] where batch first.</param>
    /// <param name="key">[sources, batch, width], or batch first.</param>
    /// <param name="value">As <paramref name="key"/>.</param>
    /// <param name="key_padding_mask">[batch, sources]: true (or −∞) for keys that nobody may see.</param>
    /// <param name="need_weights">Compute the second output.</param>
    /// <param name="attn_mask">[targets, sources] or [batch × heads, targets, sources]: true for pairs that may not see each other, or numbers to add.</param>
    public (Tensor, Tensor?) forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights = true, Tensor? attn_mask = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        foreach ((Tensor t, string name) in new[] { (query, nameof(query)), (key, nameof(key)), (value, nameof(value)) })
        {
            if (t.ndim != 3 || t.size(2) != _width) throw new ArgumentException($"{GetName()} takes {(_batchFirst ? "[batch, length, width]" : "[length, batch, width]")} of width {_width}, got {Tensor.Describe(t)}.", name);
        }

        using DisposeScope scope = torch.NewDisposeScope();
        Tensor q = Heads(query, 0), k = Heads(key, 1), v = Heads(value, 2);
        long batch = q.size(0), targets = q.size(2), sources = k.size(2);
        Tensor scores = (q * (1 / Math.Sqrt(_width / _heads))).matmul(k.transpose(-2, -1));
        Tensor? dead = null;
        if (attn_mask is not null) scores = Masked(scores, attn_mask.ndim == 3 ? attn_mask.view(batch, _heads, targets, sources) : attn_mask);
        if (key_padding_mask is not null) scores = Masked(scores, key_padding_mask.view(batch, 1, 1, sources));
        if (attn_mask is not null || key_padding_mask is not null)
        {
            // Rows without any key: uniform weights in place of NaN, then nothing.
            dead = scores.detach().eq(double.NegativeInfinity).all(-1, keepdim: true);
            scores = scores.masked_fill(dead, 0.0);
        }

        Tensor weights = scores.softmax(-1);
        if (dead is not null) weights = weights.masked_fill(dead, 0.0);
        Tensor dropped = _dropout > 0 && training ? Aten.dropout.Call(weights, _dropout, true) : weights;
        Tensor mixed = dropped.matmul(v).transpose(1, 2).reshape(batch, targets, _width);
        Tensor output = out_proj.forward(_batchFirst ? mixed : mixed.transpose(0, 1));
        Tensor? shown = need_weights ? weights.mean([1]) : null;
        return (output.MoveToOuterDisposeScope(), shown?.MoveToOuterDisposeScope());
    }

    // [batch, heads, length, width of a head] of one of the three projections.
    private Tensor Heads(Tensor input, int which)
    {
        Tensor ordered = _batchFirst ? input : input.transpose(0, 1);
        Tensor projected = Aten.linear.Call(ordered, in_proj_weight.narrow(0, which * _width, _width), in_proj_bias?.narrow(0, which * _width, _width));
        return projected.view(ordered.size(0), ordered.size(1), _heads, _width / _heads).transpose(1, 2);
    }

    private static Tensor Masked(Tensor scores, Tensor mask) =>
        mask.dtype == ScalarType.Bool ? scores.masked_fill(mask, double.NegativeInfinity) : scores + mask;
}
