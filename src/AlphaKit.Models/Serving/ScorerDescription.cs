using System.Text.Json;

namespace AlphaKit.Models;

/// <summary>The shape of a scorer in JSON: kind, inputs, and what else its outputs depend on. How it was trained is not part of it.</summary>
internal static class ScorerDescription
{
    public static bool IsKnown(NetworkScorer spec) => spec is RecurrentScorer or MixtureScorer or AttentionDnnScorer or DecoderScorer;

    public static void Write(Utf8JsonWriter w, NetworkScorer spec)
    {
        w.WriteStartObject("network");
        switch (spec)
        {
            case RecurrentScorer r:
                w.WriteString("kind", "recurrent");
                w.WriteString("cell", r.Cell.ToString());
                w.WriteNumber("hidden", r.Hidden);
                w.WriteString("sharing", r.Sharing.ToString());
                w.WriteString("output", r.Output.ToString());
                break;
            case MixtureScorer m:
                w.WriteString("kind", "mixture");
                w.WriteNumber("hidden", m.Network.Hidden);
                w.WriteNumber("heads", m.Network.Heads);
                w.WriteNumber("channels", m.Network.Channels);
                w.WriteNumber("experts", m.Network.TopExperts ?? 3);
                break;
            case DecoderScorer d:
                w.WriteString("kind", "decoder");
                w.WriteNumber("width", d.Network.Width);
                w.WriteNumber("layers", d.Network.Layers);
                w.WriteNumber("heads", d.Network.Heads);
                w.WriteNumber("feed_forward", d.Network.FeedForward);
                break;
            default:
                w.WriteString("kind", "attention_dnn");
                break;
        }

        w.WriteEndObject();
        w.WriteStartArray("inputs");
        foreach (SequenceInput input in spec.Inputs)
        {
            w.WriteStartObject();
            w.WriteStartArray("features");
            foreach (string feature in input.Features) w.WriteStringValue(feature);
            w.WriteEndArray();
            w.WriteNumber("steps", input.Steps);
            w.WriteNumber("stride", input.Stride);
            w.WriteString("scale", input.Scale.ToString());
            w.WriteNumber("least_history", input.LeastHistory);
            w.WriteEndObject();
        }

        w.WriteEndArray();
    }

    public static NetworkScorer Read(JsonElement root)
    {
        JsonElement n = root.GetProperty("network");
        string? kind = n.GetProperty("kind").GetString();
        NetworkScorer spec = kind switch
        {
            "recurrent" => new RecurrentScorer { Cell = Named<RecurrentCell>(n, "cell"), Hidden = Number(n, "hidden"), Sharing = Named<RecurrentSharing>(n, "sharing"), Output = Named<RecurrentOutput>(n, "output") },
            "mixture" => new MixtureScorer { Network = new MixtureOptions { Hidden = Number(n, "hidden"), Heads = Number(n, "heads"), Channels = Number(n, "channels"), TopExperts = Number(n, "experts") } },
            "decoder" => new DecoderScorer { Network = new CausalDecoderOptions { Width = Number(n, "width"), Layers = Number(n, "layers"), Heads = Number(n, "heads"), FeedForward = Number(n, "feed_forward") } },
            "attention_dnn" => new AttentionDnnScorer(),
            _ => throw new FormatException($"the network '{kind}' is not known"),
        };
        SequenceInput[] inputs = [.. root.GetProperty("inputs").EnumerateArray().Select(Input)];
        if (spec is MixtureScorer ? inputs.Length != 3 : spec is not RecurrentScorer && inputs.Length != 1) throw new FormatException($"{kind} has {inputs.Length} inputs");
        return spec with { Inputs = inputs };
    }

    private static SequenceInput Input(JsonElement e) => new()
    {
        Features = [.. e.GetProperty("features").EnumerateArray().Select(f => f.GetString() ?? throw new FormatException("a feature is null"))],
        Steps = Number(e, "steps"),
        Stride = Number(e, "stride"),
        Scale = Named<SequenceScale>(e, "scale"),
        LeastHistory = e.GetProperty("least_history").GetDouble(),
    };

    private static int Number(JsonElement e, string name) => e.GetProperty(name).GetInt32();

    private static T Named<T>(JsonElement e, string name)
        where T : struct, Enum =>
        Enum.TryParse(e.GetProperty(name).GetString(), out T value) && Enum.IsDefined(value) ? value : throw new FormatException($"'{name}' is {e.GetProperty(name)}");
}
