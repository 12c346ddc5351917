using System.Globalization;
using System.Text.Json;

namespace AlphaKit.Models;

/// <summary>Shape of a <see cref="BertEncoder"/>; the defaults are those of BERT base with the Chinese vocabulary.</summary>
public sealed record BertOptions
{
    /// <summary>Tokens of the vocabulary.</summary>
    /// <value>1 or more. The default is 21128.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Vocabulary
    {
        get;
        init => field = AtLeastOne(value, nameof(Vocabulary));
    } = 21128;

    /// <summary>Width of a state; a multiple of <see cref="Heads"/>.</summary>
    /// <value>1 or more. The default is 768.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Width
    {
        get;
        init => field = AtLeastOne(value, nameof(Width));
    } = 768;

    /// <summary>Layers.</summary>
    /// <value>1 or more. The default is 12.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Layers
    {
        get;
        init => field = AtLeastOne(value, nameof(Layers));
    } = 12;

    /// <summary>Heads of the attention.</summary>
    /// <value>1 or more. The default is 12.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Heads
    {
        get;
        init => field = AtLeastOne(value, nameof(Heads));
    } = 12;

    /// <summary>Width inside the feed-forward part.</summary>
    /// <value>1 or more. The default is 3072.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int FeedForward
    {
        get;
        init => field = AtLeastOne(value, nameof(FeedForward));
    } = 3072;

    /// <summary>Most tokens of a text.</summary>
    /// <value>1 or more. The default is 512.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Positions
    {
        get;
        init => field = AtLeastOne(value, nameof(Positions));
    } = 512;

    /// <summary>Kinds of segments: first text, second text.</summary>
    /// <value>1 or more. The default is 2.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Segments
    {
        get;
        init => field = AtLeastOne(value, nameof(Segments));
    } = 2;

    /// <summary>ε of the normalisations.</summary>
    /// <value>Finite and above 0. The default is 1e-12.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double Epsilon
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Epsilon), value, "Must be finite and above 0.");
    } = 1e-12;

    /// <summary>Share of units dropped in training.</summary>
    /// <value>From 0 to below 1. The default is 0.1.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Dropout
    {
        get;
        init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Dropout), value, "Must be from 0 to below 1.");
    } = 0.1;

    /// <summary>Reads the config.json that stands beside published weights.</summary>
    /// <param name="stream">JSON with hidden_size, num_hidden_layers, num_attention_heads, intermediate_size, vocab_size and so on.</param>
    /// <exception cref="BertWeightsException">A number is missing, or the network is of another kind: other activation or positions.</exception>
    public static BertOptions ReadConfig(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            using JsonDocument json = JsonDocument.Parse(stream);
            JsonElement root = json.RootElement;
            Require(root, "hidden_act", "gelu");
            Require(root, "position_embedding_type", "absolute");
            if (root.TryGetProperty("model_type", out _)) Require(root, "model_type", "bert");
            return new BertOptions
            {
                Vocabulary = Int(root, "vocab_size"),
                Width = Int(root, "hidden_size"),
                Layers = Int(root, "num_hidden_layers"),
                Heads = Int(root, "num_attention_heads"),
                FeedForward = Int(root, "intermediate_size"),
                Positions = Int(root, "max_position_embeddings"),
                Segments = root.TryGetProperty("type_vocab_size", out JsonElement segments) ? segments.GetInt32() : 2,
                Epsilon = root.TryGetProperty("layer_norm_eps", out JsonElement epsilon) ? epsilon.GetDouble() : 1e-12,
                Dropout = root.TryGetProperty("hidden_dropout_prob", out JsonElement dropout) ? dropout.GetDouble() : 0.1,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or ArgumentOutOfRangeException)
        {
            throw new BertWeightsException("configuration", e.Message.TrimEnd('.'), e);
        }
    }

    private static int Int(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : throw new FormatException($"'{name}' is missing.");

    private static void Require(JsonElement root, string name, string expected)
    {
        if (root.TryGetProperty(name, out JsonElement value) && value.GetString() is { } text && text != expected)
            throw new FormatException($"'{name}' is '{text}', only '{expected}' is built here.");
    }

    private static int AtLeastOne(int value, string name) =>
        value >= 1 ? value : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"Must be 1 or more, it is {value}."));
}
