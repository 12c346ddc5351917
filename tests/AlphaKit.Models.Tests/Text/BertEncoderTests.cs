using System.Text;
using AlphaKit.Torch;
using AlphaKit.Torch.Modules;

namespace AlphaKit.Models.Tests;

/// <summary>Values made by Golden/bert.py with PyTorch 1.13.1.</summary>
[Collection("libtorch")]
public sealed class BertEncoderTests
{
    private const int Batch = 3;
    private const int Tokens = 5;

    private static readonly BertOptions s_small = new() { Vocabulary = 11, Width = 8, Layers = 2, Heads = 2, FeedForward = 12, Positions = 6, Dropout = 0 };

    private static readonly double[] s_losses =
    [
        0.586042, 0.467375, 0.416502, 0.388938, 0.361956, 0.331750, 0.301958, 0.276028, 0.253669, 0.232573,
        0.212139, 0.193143, 0.176494, 0.162659, 0.151507, 0.142431, 0.134706, 0.127816, 0.121562, 0.115962,
    ];

    [TorchFact]
    public void Names_are_those_of_published_weights()
    {
        using BertEncoder encoder = new(s_small);
        string[] layer =
        [
            "attention.output.LayerNorm.bias", "attention.output.LayerNorm.weight", "attention.output.dense.bias", "attention.output.dense.weight",
            "attention.self.key.bias", "attention.self.key.weight", "attention.self.query.bias", "attention.self.query.weight", "attention.self.value.bias",
            "attention.self.value.weight", "intermediate.dense.bias", "intermediate.dense.weight", "output.LayerNorm.bias", "output.LayerNorm.weight",
            "output.dense.bias", "output.dense.weight",
        ];
        Assert.Equal(
            [
                "embeddings.LayerNorm.bias", "embeddings.LayerNorm.weight", "embeddings.position_embeddings.weight", "embeddings.token_type_embeddings.weight",
                "embeddings.word_embeddings.weight", .. layer.Select(n => "encoder.layer.0." + n), .. layer.Select(n => "encoder.layer.1." + n),
                "pooler.dense.bias", "pooler.dense.weight",
            ],
            encoder.state_dict().Keys.Order(StringComparer.Ordinal));
    }

    [TorchFact]
    public void States_losses_and_twenty_steps_are_those_of_PyTorch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using BertEncoder encoder = Load(Weights());
        (Tensor ids, Tensor segments, Tensor padding) = Inputs();
        (Tensor states, Tensor pooled) = encoder.forward(ids, segments, padding);
        Near([-0.694532, 0.508800, 0.958285, -0.000873], states, 0, 0, 0);
        Near([0.640319, 0.469596, -1.256872, -0.027062], states, 1, 2, 4);
        Near([-0.904936, 1.534287, -0.010813, -1.759267], states, 2, 3, 0);
        Assert.Equal([-0.075262, -0.316918, -0.490619], Column(pooled, 1), Close);
        Assert.Equal([0.229641, -0.054030, -0.265311], Column(pooled, 7), Close);

        Tensor target = torch.tensor([.. Enumerable.Range(1, Batch * 8).Select(i => (float)Math.Sin(2.3 * i))], [Batch, 8]);
        using torch.optim.Optimizer adam = torch.optim.Adam(encoder.parameters(), lr: 0.005);
        encoder.train();
        foreach (double expected in s_losses)
        {
            adam.zero_grad();
            (Tensor s, Tensor p) = encoder.forward(ids, segments, padding);
            Tensor loss = torch.nn.functional.mse_loss(p, target) + (s.masked_fill(padding.unsqueeze(2), 0.0).square().mean() * 0.1) + (s.select(0, 0).mean() * 0.1);
            Assert.Equal(expected, loss.item<float>(), 1e-5);
            loss.backward();
            adam.step();
        }
    }

    [TorchFact]
    public void What_stands_in_padding_changes_nothing()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using BertEncoder encoder = Load(Weights());
        (Tensor ids, Tensor segments, Tensor padding) = Inputs();
        (Tensor states, Tensor pooled) = encoder.forward(ids, segments, padding);
        (Tensor otherStates, Tensor otherPooled) = encoder.forward(ids.masked_fill(padding, 9), segments, padding);
        Assert.True(torch.abs(pooled - otherPooled).max().item<float>() == 0);
        Assert.True(torch.abs(states - otherStates).masked_fill(padding.unsqueeze(2), 0.0).max().item<float>() == 0);
        (_, Tensor seen) = encoder.forward(ids, segments, null);
        Assert.True(torch.abs(pooled - seen).max().item<float>() > 1e-3);
    }

    [TorchFact]
    public void Files_with_prefix_heads_and_old_names_load_and_others_are_refused()
    {
        Dictionary<string, Tensor> weights = Weights();
        using DisposeScope scope = torch.NewDisposeScope();
        using BertEncoder plain = Load(weights);
        Dictionary<string, Tensor> old = weights.ToDictionary(
            p => "bert." + p.Key.Replace("LayerNorm.weight", "LayerNorm.gamma", StringComparison.Ordinal).Replace("LayerNorm.bias", "LayerNorm.beta", StringComparison.Ordinal), p => p.Value);
        old["cls.predictions.bias"] = torch.zeros(11);
        old["bert.embeddings.position_ids"] = torch.arange(6).unsqueeze(0);
        using BertEncoder prefixed = Load(old);
        (Tensor ids, Tensor segments, Tensor padding) = Inputs();
        Assert.Equal(plain.forward(ids, segments, padding).Pooled.data<float>().ToArray(), prefixed.forward(ids, segments, padding).Pooled.data<float>().ToArray());

        // Without a pooler the states are the same and the pooled vector is 0.
        using BertEncoder bare = Load(weights.Where(p => !p.Key.StartsWith("pooler", StringComparison.Ordinal)).ToDictionary());
        Assert.Equal(0, torch.abs(bare.forward(ids, segments, padding).Pooled).max().item<float>());

        Assert.Contains("encoder.layer.1.output.dense.bias", Refused(weights.Where(p => p.Key != "encoder.layer.1.output.dense.bias").ToDictionary()), StringComparison.Ordinal);
        Assert.Contains("surplus", Refused(new Dictionary<string, Tensor>(weights) { ["surplus"] = torch.zeros(1) }), StringComparison.Ordinal);
        Assert.Contains("pooler.dense.bias", Refused(new Dictionary<string, Tensor>(weights) { ["pooler.dense.bias"] = torch.zeros(9) }), StringComparison.Ordinal);
        Assert.Contains("not finite", Refused(new Dictionary<string, Tensor>(weights) { ["pooler.dense.bias"] = torch.full([8], double.NaN) }), StringComparison.Ordinal);
        Assert.Contains("twice", Refused(new Dictionary<string, Tensor>(weights) { ["bert.pooler.dense.bias"] = torch.zeros(8) }), StringComparison.Ordinal);

        static string Refused(Dictionary<string, Tensor> state) => Assert.Throws<BertWeightsException>(() => Load(state)).Message;
    }

    [TorchFact]
    public void Inputs_that_do_not_fit_are_refused()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using BertEncoder encoder = new(s_small);
        (Tensor ids, Tensor segments, Tensor padding) = Inputs();
        Assert.Throws<ArgumentException>(() => encoder.forward(ids + 9, null, null));
        Assert.Throws<ArgumentException>(() => encoder.forward(ids - 1, null, null));
        Assert.Throws<ArgumentException>(() => encoder.forward(ids, segments + 1, null));
        Assert.Throws<ArgumentException>(() => encoder.forward(torch.cat([ids, ids], 1), null, null));
        Assert.Throws<ArgumentException>(() => encoder.forward(ids, null, padding.narrow(1, 0, 3)));
        Assert.Throws<ArgumentException>(() => encoder.forward(ids.narrow(1, 0, 0), null, null));
        Assert.Throws<ArgumentException>(() => new BertEncoder(s_small with { Heads = 3 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BertOptions { Width = 0 });
    }

    [Fact]
    public void A_published_configuration_gives_the_shape_and_another_kind_of_network_is_refused()
    {
        const string Config = """
            { "model_type": "bert", "hidden_act": "gelu", "hidden_size": 312, "num_hidden_layers": 4, "num_attention_heads": 12, "intermediate_size": 1200,
              "max_position_embeddings": 512, "type_vocab_size": 2, "vocab_size": 21128, "layer_norm_eps": 1e-12, "hidden_dropout_prob": 0.1 }
            """;
        Assert.Equal(new BertOptions { Width = 312, Layers = 4, FeedForward = 1200 }, Read(Config));
        Assert.Contains("relu", Assert.Throws<BertWeightsException>(() => Read(Config.Replace("gelu", "relu", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        Assert.Contains("hidden_size", Assert.Throws<BertWeightsException>(() => Read("{}".Replace("}", "\"vocab_size\": 3}", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        Assert.Throws<BertWeightsException>(() => Read(Config.Replace("312", "0", StringComparison.Ordinal)));
        Assert.Throws<BertWeightsException>(() => Read(Config.Replace("\"bert\"", "\"roberta\"", StringComparison.Ordinal)));
        Assert.Throws<BertWeightsException>(() => Read("no json"));

        static BertOptions Read(string json) => BertOptions.ReadConfig(new MemoryStream(Encoding.UTF8.GetBytes(json)));
    }

    [TorchFact]
    public void The_vector_of_a_text_does_not_depend_on_the_texts_beside_it()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        WordPieceTokenizer tokenizer = new(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "b", "c", "d"], new WordPieceOptions { MostTokens = 6 });
        foreach (TextPooling pooling in Enum.GetValues<TextPooling>())
        {
            using BertTextEncoder encoder = new(tokenizer, Load(Weights()), pooling, batchSize: 2);
            string[] texts = ["a b", "", "c d a", "b a", "d", "a b", "a b c d a b c d"];
            IReadOnlyList<ReadOnlyMemory<float>> together = encoder.Encode(texts);
            Assert.Equal(8, encoder.Width);
            for (int i = 0; i < texts.Length; i++)
            {
                float[] alone = encoder.Encode([texts[i]])[0].ToArray();
                for (int k = 0; k < 8; k++) Assert.Equal(alone[k], together[i].Span[k], 1e-6);
            }

            Assert.NotEqual(together[0].ToArray(), together[3].ToArray());
        }

        using BertEncoder few = new(s_small with { Vocabulary = 7 });
        Assert.Throws<ArgumentException>(() => new BertTextEncoder(tokenizer, few));
        using BertEncoder narrow = new(s_small with { Positions = 5 });
        Assert.Throws<ArgumentException>(() => new BertTextEncoder(tokenizer, narrow));
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-5;

    private static void Near(double[] expected, Tensor states, long sample, long token, int from) =>
        Assert.Equal(expected, states.select(0, sample).select(0, token).contiguous().data<float>().Slice(from, expected.Length).ToArray().Select(v => (double)v), Close);

    private static IEnumerable<double> Column(Tensor matrix, long column) => matrix.select(1, column).contiguous().data<float>().ToArray().Select(v => (double)v);

    private static (Tensor Ids, Tensor Segments, Tensor Padding) Inputs()
    {
        (int B, int T)[] at = [.. Enumerable.Range(0, Batch).SelectMany(b => Enumerable.Range(0, Tokens).Select(t => (b, t)))];
        int[] padded = [0, 2, 1];
        long[] shape = [Batch, Tokens];
        return (
            torch.tensor([.. at.Select(p => (long)(((7 * p.B) + (3 * p.T)) % 11))], shape),
            torch.tensor([.. at.Select(p => p.T >= 3 ? 1L : 0)], shape),
            torch.tensor([.. at.Select(p => p.T >= Tokens - padded[p.B])], shape));
    }

    /// <summary>Sines over all tensors in the order of their names; factors of normalisations are shifted by 1.</summary>
    private static Dictionary<string, Tensor> Weights()
    {
        using BertEncoder shapes = new(s_small);
        Dictionary<string, Tensor> weights = [];
        int at = 0;
        foreach ((string name, Tensor tensor) in shapes.state_dict().OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            int n = (int)tensor.numel();
            double shift = name.EndsWith("LayerNorm.weight", StringComparison.Ordinal) ? 1 : 0;
            weights[name] = torch.tensor([.. Enumerable.Range(at + 1, n).Select(i => (float)(shift + (0.3 * Math.Sin(1.7 * i))))], tensor.shape);
            at += n;
        }

        return weights;
    }

    private static BertEncoder Load(Dictionary<string, Tensor> weights)
    {
        string path = Path.GetTempFileName();
        try
        {
            SafetensorsFile.Write(path, weights);
            return BertEncoder.Load(path, s_small);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
