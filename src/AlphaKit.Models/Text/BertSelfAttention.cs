namespace AlphaKit.Models;

/// <summary>softmax(Q Kᵀ ÷ √d) V for each head; the mask is true for keys that may be seen, [batch, 1, 1, tokens].</summary>
internal sealed class BertSelfAttention : torch.nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly int _heads;
    private readonly double _dropout;
    private readonly Linear _query;
    private readonly Linear _key;
    private readonly Linear _value;

    public BertSelfAttention(BertOptions o)
        : base(nameof(BertSelfAttention))
    {
        (_heads, _dropout) = (o.Heads, o.Dropout);
        register_module("query", _query = torch.nn.Linear(o.Width, o.Width));
        register_module("key", _key = torch.nn.Linear(o.Width, o.Width));
        register_module("value", _value = torch.nn.Linear(o.Width, o.Width));
    }

    public override Tensor forward(Tensor input1, Tensor? input2)
    {
        long batch = input1.size(0), tokens = input1.size(1), width = input1.size(2);
        Tensor mixed = torch.nn.functional.scaled_dot_product_attention(
            Heads(_query.forward(input1)), Heads(_key.forward(input1)), Heads(_value.forward(input1)), input2, training ? _dropout : 0);
        return mixed.transpose(1, 2).reshape(batch, tokens, width);

        Tensor Heads(Tensor x) => x.view(batch, tokens, _heads, width / _heads).transpose(1, 2);
    }
}
