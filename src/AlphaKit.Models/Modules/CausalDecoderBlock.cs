namespace AlphaKit.Models;

/// <summary>
/// One block: x + attention(norm x), then x + feed-forward(norm x). Queries and keys are divided by their root mean square per head (ε 1e-6) and
/// multiplied by learnt factors before the dot product; the feed-forward part is (x W₁ ⊙ swish(x W₂)) W₃.
/// </summary>
internal sealed class CausalDecoderBlock : torch.nn.Module<Tensor, Tensor?, Tensor>
{
    private const double Epsilon = 1e-6;

    private readonly int _heads;
    private readonly double _dropout;
    private readonly LayerNorm _norm1;
    private readonly LayerNorm _norm2;
    private readonly Linear _qkv;
    private readonly Linear _out;
    private readonly Linear _w1;
    private readonly Linear _w2;
    private readonly Linear _w3;
    private readonly Parameter _queryScale;
    private readonly Parameter _keyScale;

    public CausalDecoderBlock(CausalDecoderOptions o)
        : base(nameof(CausalDecoderBlock))
    {
        (_heads, _dropout) = (o.Heads, o.Dropout);
        register_module("norm1", _norm1 = torch.nn.LayerNorm(o.Width));
        register_module("norm2", _norm2 = torch.nn.LayerNorm(o.Width));
        register_module("qkv", _qkv = torch.nn.Linear(o.Width, 3 * o.Width));
        register_module("out", _out = torch.nn.Linear(o.Width, o.Width));
        register_module("w1", _w1 = torch.nn.Linear(o.Width, o.FeedForward, hasBias: false));
        register_module("w2", _w2 = torch.nn.Linear(o.Width, o.FeedForward, hasBias: false));
        register_module("w3", _w3 = torch.nn.Linear(o.FeedForward, o.Width, hasBias: false));
        using Tensor ones = torch.ones(o.Width / o.Heads);
        register_parameter("q_scale", _queryScale = torch.nn.Parameter(ones.clone()));
        register_parameter("k_scale", _keyScale = torch.nn.Parameter(ones.clone()));
    }

    /// <summary>[batch, steps, width]; the mask is true for pairs of steps that may see each other, [batch or 1, 1, steps, steps].</summary>
    public override Tensor forward(Tensor input1, Tensor? input2)
    {
        Tensor x = input1 + Drop(Attend(_norm1.forward(input1), input2!));
        Tensor y = _norm2.forward(x);
        return x + Drop(_w3.forward(_w1.forward(y) * torch.nn.functional.silu(_w2.forward(y))));
    }

    private static Tensor Normalised(Tensor x, Parameter scale) => x * (x.square().mean([-1], keepdim: true) + Epsilon).rsqrt() * scale;

    private Tensor Attend(Tensor x, Tensor mask)
    {
        long batch = x.size(0), steps = x.size(1), width = x.size(2);
        Tensor[] parts = [.. _qkv.forward(x).chunk(3, -1).Select(p => p.view(batch, steps, _heads, width / _heads).transpose(1, 2))];
        Tensor mixed = torch.nn.functional.scaled_dot_product_attention(
            Normalised(parts[0], _queryScale), Normalised(parts[1], _keyScale), parts[2], mask, training ? _dropout : 0);
        return _out.forward(mixed.transpose(1, 2).reshape(batch, steps, width));
    }

    private Tensor Drop(Tensor x) => training && _dropout > 0 ? torch.nn.functional.dropout(x, _dropout) : x;
}
