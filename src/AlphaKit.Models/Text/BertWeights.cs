namespace AlphaKit.Models;

/// <summary>Takes published weights apart by their names.</summary>
internal static class BertWeights
{
    private const string Prefix = "bert.";
    private static readonly string[] s_heads = ["cls.", "classifier.", "qa_outputs."];
    private static readonly string[] s_pooler = ["pooler.dense.weight", "pooler.dense.bias"];

    public static void Load(BertEncoder encoder, SafetensorsFile file, string path)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Dictionary<string, Tensor> tensors = new(StringComparer.Ordinal);
        foreach (SafetensorsEntry entry in file.Entries)
        {
            string name = entry.Name.StartsWith(Prefix, StringComparison.Ordinal) ? entry.Name[Prefix.Length..] : entry.Name;
            if (s_heads.Any(h => name.StartsWith(h, StringComparison.Ordinal)) || name == "embeddings.position_ids") continue;
            name = name.Replace(".gamma", ".weight", StringComparison.Ordinal).Replace(".beta", ".bias", StringComparison.Ordinal);
            float[] values;
            try
            {
                values = entry.ToSingles();
            }
            catch (InvalidOperationException e)
            {
                throw new BertWeightsException($"{path}: {e.Message}", e);
            }

            if (values.Any(v => !float.IsFinite(v))) throw new BertWeightsException($"{path}: '{entry.Name}' holds a number that is not finite.");
            if (!tensors.TryAdd(name, torch.tensor(values, [.. entry.Shape]))) throw new BertWeightsException($"{path}: '{name}' is there twice, once with and once without '{Prefix}'.");
        }

        if (s_pooler.All(p => !tensors.ContainsKey(p)))
        {
            long width = encoder.Options.Width;
            tensors[s_pooler[0]] = torch.zeros(width, width);
            tensors[s_pooler[1]] = torch.zeros(width);
        }

        try
        {
            encoder.load_state_dict(tensors);
        }
        catch (StateDictException e)
        {
            throw new BertWeightsException($"{path}: {e.Message} Is the configuration that of these weights?", e);
        }
    }
}
