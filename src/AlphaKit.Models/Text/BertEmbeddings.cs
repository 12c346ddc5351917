namespace AlphaKit.Models;

/// <summary>LayerNorm(token + position + segment).</summary>
internal sealed class BertEmbeddings : torch.nn.Module<Tensor, Tensor?, Tensor>
{
    private readonly Embedding _words;
    private readonly Embedding _positions;
    private readonly Embedding _segments;
    private readonly LayerNorm _norm;
    private readonly Dropout _dropout;

    public BertEmbeddings(BertOptions o)
        : base(nameof(BertEmbeddings))
    {
        register_module("word_embeddings", _words = torch.nn.Embedding(o.Vocabulary, o.Width));
        register_module("position_embeddings", _positions = torch.nn.Embedding(o.Positions, o.Width));
        register_module("token_type_embeddings", _segments = torch.nn.Embedding(o.Segments, o.Width));
        register_module("LayerNorm", _norm = torch.nn.LayerNorm(o.Width, o.Epsilon));
        register_module("dropout", _dropout = torch.nn.Dropout(o.Dropout));
    }

    public override Tensor forward(Tensor input1, Tensor? input2)
    {
        Tensor positions = torch.arange(input1.size(1), ScalarType.Int64, input1.device).unsqueeze(0);
        Tensor segments = input2 ?? torch.zeros_like(input1);
        return _dropout.forward(_norm.forward(_words.forward(input1) + _positions.forward(positions) + _segments.forward(segments)));
    }
}
