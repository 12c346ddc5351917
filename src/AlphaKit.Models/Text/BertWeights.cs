namespace AlphaKit.Models;

/// <summary>Takes published weights apart by their names.</summary>
internal static class BertWeights
{
    private const string Prefix = "bert.";
    private static readonly string[] s_heads = ["cls.", "classifier.", "qa_outputs."];
    private static readonly string[] s_pooler = ["pooler.dense.weight", "pooler.dense.bias"];

    public static void Load(BertEncoder encoder, string path)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Dictionary<string, Tensor> own = encoder.state_dict(), given = new(StringComparer.Ordinal);
        foreach (NamedTensor tensor in TorchEngine.ReadWeights(path))
        {
            string name = tensor.Name.StartsWith(Prefix, StringComparison.Ordinal) ? tensor.Name[Prefix.Length..] : tensor.Name;
            if (s_heads.Any(h => name.StartsWith(h, StringComparison.Ordinal)) || name == "embeddings.position_ids") continue;
            name = name.Replace(".gamma", ".weight", StringComparison.Ordinal).Replace(".beta", ".bias", StringComparison.Ordinal);
            foreach (float v in tensor.Values.Span)
            {
                if (!float.IsFinite(v)) throw new BertWeightsException(path, $"'{tensor.Name}' holds a number that is not finite");
            }

            long[] shape = [.. tensor.Shape.Select(n => (long)n)];
            if (!given.TryAdd(name, TorchEngine.Of(tensor.Values.Span, shape))) throw new BertWeightsException(path, $"'{name}' is there twice, with and without '{Prefix}'");
            if (!own.TryGetValue(name, out Tensor? expected)) throw new BertWeightsException(path, $"'{tensor.Name}' is no tensor of this network: it is of another kind or has more layers");
            if (!expected.shape.SequenceEqual(shape))
                throw new BertWeightsException(path, $"'{tensor.Name}' has the shape [{string.Join(", ", shape)}], the configuration gives [{string.Join(", ", expected.shape)}]");
        }

        if (s_pooler.All(p => !given.ContainsKey(p)))
        {
            foreach (string name in s_pooler) given[name] = torch.zeros_like(own[name]);
        }

        string[] missing = [.. own.Keys.Where(k => !given.ContainsKey(k)).Order(StringComparer.Ordinal)];
        if (missing.Length > 0) throw new BertWeightsException(path, $"{missing.Length} tensors are missing, among them {string.Join(", ", missing.Take(4))}");
        encoder.load_state_dict(given);
    }
}
