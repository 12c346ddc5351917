namespace AlphaKit.Models;

/// <summary>
/// The encoder of BERT (Devlin et al. 2019): embeddings of token, position and segment, added and normalised; layers of self-attention and feed-forward
/// with GELU, each x ← LayerNorm(x + part(x)); the state of the first token through a linear layer and tanh. The names in the state dictionary are those of
/// published weights (<c>encoder.layer.0.attention.self.query.weight</c> …).
/// </summary>
public sealed class BertEncoder : torch.nn.Module<Tensor, Tensor?, Tensor?, (Tensor States, Tensor Pooled)>
{
    private readonly BertEmbeddings _embeddings;
    private readonly BertLayers _encoder;
    private readonly BertPooler _pooler;

    /// <summary>Makes the network with PyTorch's first weights; seed with <c>torch.manual_seed</c>.</summary>
    /// <param name="options">The shape; null for the defaults.</param>
    /// <exception cref="ArgumentException">The width is no multiple of the heads.</exception>
    public BertEncoder(BertOptions? options = null)
        : base(nameof(BertEncoder))
    {
        Options = options ?? new BertOptions();
        if (Options.Width % Options.Heads != 0) throw new ArgumentException($"The width {Options.Width} is no multiple of {Options.Heads} heads.", nameof(options));
        register_module("embeddings", _embeddings = new BertEmbeddings(Options));
        register_module("encoder", _encoder = new BertLayers(Options));
        register_module("pooler", _pooler = new BertPooler(Options));
    }

    /// <summary>The shape.</summary>
    public BertOptions Options { get; }

    /// <summary>Reads weights published as safetensors into a new network.</summary>
    /// <param name="path">The file, for example model.safetensors.</param>
    /// <param name="options">The shape, see <see cref="BertOptions.ReadConfig"/>.</param>
    /// <exception cref="BertWeightsException">The file is not sound, or a tensor is missing, not known or of another shape.</exception>
    /// <remarks>
    /// A prefix <c>bert.</c> is taken off; heads for pre-training and other tasks (<c>cls.</c>, <c>classifier.</c>, <c>qa_outputs.</c>) and stored
    /// positions are left out; <c>gamma</c> and <c>beta</c> of old files are weight and bias. Weights without a pooler get one that passes no information
    /// (weights 0): use <see cref="TextPooling.Mean"/> or <see cref="TextPooling.First"/> with them.
    /// </remarks>
    public static BertEncoder Load(string path, BertOptions? options = null)
    {
        BertEncoder encoder = new(options);
        try
        {
            BertWeights.Load(encoder, path);
            encoder.eval();
            return encoder;
        }
        catch
        {
            encoder.Dispose();
            throw;
        }
    }

    /// <summary>Computes the states of all tokens.</summary>
    /// <param name="input1">Ids of tokens, [batch, tokens], 64-bit integers.</param>
    /// <param name="input2">Segments of tokens, [batch, tokens]; null for 0.</param>
    /// <param name="input3">[batch, tokens], true for tokens that are padding; null for none. Padding is never attended to.</param>
    /// <returns>States [batch, tokens, width] – those of padding mean nothing – and pooled [batch, width].</returns>
    /// <exception cref="ArgumentException">A shape is wrong, there are more tokens than positions, or an id is not in the vocabulary.</exception>
    public override (Tensor States, Tensor Pooled) forward(Tensor input1, Tensor? input2, Tensor? input3)
    {
        TensorShape.Require(input1, nameof(input1), -1, -1);
        long batch = input1.size(0), tokens = input1.size(1);
        if (tokens > Options.Positions) throw new ArgumentException($"{tokens} tokens are more than the {Options.Positions} positions of the network.", nameof(input1));
        RequireBelow(input1, Options.Vocabulary, nameof(input1));
        if (input2 is not null)
        {
            TensorShape.Require(input2, nameof(input2), batch, tokens);
            RequireBelow(input2, Options.Segments, nameof(input2));
        }

        if (input3 is not null) TensorShape.Require(input3, nameof(input3), batch, tokens);
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = _embeddings.forward(input1, input2);
        Tensor? mask = input3?.logical_not().view(batch, 1, 1, tokens);
        Tensor states = _encoder.forward(x, mask);
        return (states.MoveToOuterDisposeScope(), _pooler.forward(states).MoveToOuterDisposeScope());
    }

    private static void RequireBelow(Tensor ids, int limit, string name)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        long least = ids.min().item<long>(), most = ids.max().item<long>();
        if (least < 0 || most >= limit) throw new ArgumentException($"Numbers must be 0 to {limit - 1}, they are {least} to {most}.", name);
    }
}
