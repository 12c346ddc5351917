namespace AlphaKit.Models;

/// <summary>Texts to vectors by a <see cref="WordPieceTokenizer"/> and a <see cref="BertEncoder"/>, on the processor, without gradients.</summary>
/// <remarks>
/// Texts of equal length go together in batches, so that a text's vector does not depend on the texts beside it. Runs with the threads that libtorch was
/// given.
/// </remarks>
public sealed class BertTextEncoder : ITextEncoder, IDisposable
{
    private readonly WordPieceTokenizer _tokenizer;
    private readonly BertEncoder _network;
    private readonly TextPooling _pooling;
    private readonly int _batch;

    /// <summary>Joins a tokenizer and a network.</summary>
    /// <param name="tokenizer">The tokenizer; its vocabulary must be that of the network.</param>
    /// <param name="network">The network; disposed with this.</param>
    /// <param name="pooling">How states become one vector.</param>
    /// <param name="batchSize">Most texts at once, 1 or more.</param>
    /// <exception cref="ArgumentException">The vocabularies differ in size, or the tokenizer gives more tokens than the network has positions.</exception>
    public BertTextEncoder(WordPieceTokenizer tokenizer, BertEncoder network, TextPooling pooling = TextPooling.Mean, int batchSize = 32)
    {
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (!Enum.IsDefined(pooling)) throw new ArgumentOutOfRangeException(nameof(pooling), pooling, "Must be a named pooling.");
        if (tokenizer.Count > network.Options.Vocabulary) throw new ArgumentException($"The tokenizer has {tokenizer.Count} tokens, the network {network.Options.Vocabulary}.", nameof(tokenizer));
        if (tokenizer.Options.MostTokens > network.Options.Positions)
            throw new ArgumentException($"The tokenizer gives up to {tokenizer.Options.MostTokens} tokens, the network has {network.Options.Positions} positions.", nameof(tokenizer));
        (_tokenizer, _network, _pooling, _batch) = (tokenizer, network, pooling, batchSize);
        network.eval();
    }

    /// <inheritdoc/>
    public int Width => _network.Options.Width;

    /// <inheritdoc/>
    public IReadOnlyList<ReadOnlyMemory<float>> Encode(IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        TokenizedText[] tokens = [.. texts.Select(_tokenizer.Encode)];
        ReadOnlyMemory<float>[] vectors = new ReadOnlyMemory<float>[tokens.Length];
        using IDisposable guard = torch.no_grad();
        foreach (IGrouping<int, int> group in Enumerable.Range(0, tokens.Length).GroupBy(i => tokens[i].Ids.Count).OrderBy(g => g.Key))
        {
            foreach (int[] part in group.Chunk(_batch))
            {
                cancellationToken.ThrowIfCancellationRequested();
                using DisposeScope scope = torch.NewDisposeScope();
                Tensor ids = torch.tensor([.. part.SelectMany(i => tokens[i].Ids.Select(id => (long)id))], [part.Length, group.Key]);
                (Tensor states, Tensor pooled) = _network.forward(ids, null, null);
                Tensor vector = _pooling switch
                {
                    TextPooling.Pooler => pooled,
                    TextPooling.First => states.select(1, 0),
                    _ => states.mean([1]),
                };
                float[] flat = TorchEngine.Data(vector.contiguous()).ToArray();
                for (int k = 0; k < part.Length; k++) vectors[part[k]] = flat.AsMemory(k * Width, Width);
            }
        }

        return vectors;
    }

    /// <summary>Frees the network.</summary>
    public void Dispose() => _network.Dispose();
}
