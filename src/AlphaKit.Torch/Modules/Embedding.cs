namespace AlphaKit.Torch.Modules;

/// <summary>A row of a table for each index.</summary>
public sealed class Embedding : torch.nn.Module<Tensor, Tensor>
{
    private readonly long _padding;

    internal Embedding(long num_embeddings, long embedding_dims, long? padding_idx, Device? device, ScalarType? dtype)
        : base(nameof(Embedding))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num_embeddings, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(embedding_dims, 1);
        if (padding_idx is { } index && (index < -num_embeddings || index >= num_embeddings))
            throw new ArgumentOutOfRangeException(nameof(padding_idx), index, $"Must be an index of the table, {-num_embeddings} to {num_embeddings - 1}.");
        _padding = padding_idx is { } at ? (at < 0 ? at + num_embeddings : at) : -1;
        using Tensor table = torch.empty([num_embeddings, embedding_dims], dtype, device);
        using (torch.no_grad())
        {
            table.normal_();
            if (_padding >= 0)
            {
                using Tensor row = table[_padding];
                row.zero_();
            }
        }

        weight = new Parameter(table);
        register_parameter("weight", weight);
    }

    /// <summary>The table, [entries × width].</summary>
    public Parameter weight { get; }

    /// <summary>The rows of the indices, with one dimension more.</summary>
    public override Tensor forward(Tensor input) => Aten.embedding.Call(weight, input, _padding, false, false);
}
