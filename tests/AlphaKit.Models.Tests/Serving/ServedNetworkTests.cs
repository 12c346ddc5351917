using AlphaKit.TestSupport;
using AlphaKit.Torch;

namespace AlphaKit.Models.Tests.Serving;

[Collection("libtorch")]
public sealed class ServedNetworkTests
{
    private static readonly MixtureOptions s_smallMixture = new() { TechnicalFeatures = 6, FundamentalFeatures = 4, HighFrequencyFeatures = 3, Hidden = 8, Heads = 2, Channels = 6 };

    /// <summary>Every network at the shape of its defaults, and odd shapes.</summary>
    private static IEnumerable<ServingCase> All()
    {
        yield return ServingCase.Mixture(new MixtureOptions(), 60, 8, 16);
        yield return ServingCase.Mixture(s_smallMixture with { TopExperts = 2, Hidden = 5, Channels = 7, Classes = 4 }, 7, 3, 5);
        yield return ServingCase.Dnn(new AttentionDnnOptions());
        yield return ServingCase.Dnn(new AttentionDnnOptions { Features = 43, Classes = 5, Scale = 2 });
        yield return ServingCase.Decoder(new CausalDecoderOptions { Width = 96, Layers = 3, Heads = 6, FeedForward = 200, SentimentFeatures = 7 }, 60);
        yield return ServingCase.Decoder(new CausalDecoderOptions { Features = 3, Width = 10, Layers = 2, Heads = 5, FeedForward = 11 }, 17);
        yield return ServingCase.Recurrent(new RecurrentModuleOptions(), 40);
        yield return ServingCase.Recurrent(new RecurrentModuleOptions { Cell = RecurrentCell.Lstm, Features = 5, Hidden = 9, Output = RecurrentOutput.Linear }, 12);
    }

    [TorchFact]
    public void Outputs_are_libtorchs_within_a_hundred_thousandth()
    {
        foreach (ServingCase c in All())
        {
            using ServingCase _ = c;
            float[][] inputs = c.Inputs(75, RandomStream.Create(1, c.Name)), expected = c.Torch(inputs);
            IReadOnlyDictionary<string, float[]> found = c.Served.Run(c.Batches(inputs));
            Assert.Equal(expected.Length, found.Count);
            for (int k = 0; k < expected.Length; k++)
            {
                float[] own = found[c.Served.Outputs[k].Key];
                Assert.Equal(expected[k].Length, own.Length);
                for (int i = 0; i < own.Length; i++)
                    Assert.True(Math.Abs(expected[k][i] - own[i]) <= 1e-5 * Math.Max(1, Math.Abs(expected[k][i])), $"{c.Name}, {c.Served.Outputs[k].Key}[{i}]: libtorch {expected[k][i]:R}, C# {own[i]:R}");
                Assert.True(own.Distinct().Count() > 10, $"{c.Name}: {c.Served.Outputs[k].Key} says nothing");
            }
        }
    }

    [TorchFact]
    public void Bits_depend_neither_on_threads_nor_on_vector_width_nor_on_the_company_in_the_batch()
    {
        foreach (ServingCase c in All())
        {
            using ServingCase _ = c;
            float[][] inputs = c.Inputs(70, RandomStream.Create(2, c.Name));
            SequenceBatch[] batches = c.Batches(inputs);
            float[] one = Scores(c.Served, batches, 1);
            Assert.Equal(one, Scores(c.Served, batches, 3));
            foreach (VectorWidth width in new[] { VectorWidth.Portable, VectorWidth.Avx2 }.Where(VectorWidths.IsSupported)) Assert.Equal(one, Scores(c.Serve(width), batches, 2));
            SequenceBatch[] last = [.. batches.Select((b, k) => new SequenceBatch(inputs[k], [69 * b.Steps * b.Features, 3 * b.Steps * b.Features], b.Steps, b.Features, b.Features))];
            Assert.Equal([one[69], one[3]], Scores(c.Served, last, 1));
        }
    }

    [TorchFact]
    [Trait("Speed", "Slow")]
    [Trait("Claim", "served_rank_differences")]
    [Trait("Claim", "served_score_difference")]
    public void Ten_thousand_cross_sections_have_libtorchs_ranks()
    {
        // Two scores closer than the tie are ordered by rounding alone, in libtorch as here: they count as equal. All other pairs must keep their order.
        const double Tie = 5e-6;
        const int Sections = 10_000, Names = 20, Together = 100;
        ServingCase[] cases =
        [
            ServingCase.Mixture(s_smallMixture, 4, 3, 3), ServingCase.Dnn(new AttentionDnnOptions()),
            ServingCase.Decoder(new CausalDecoderOptions { Features = 4, Width = 8, Layers = 2, Heads = 2, FeedForward = 12 }, 4),
            ServingCase.Recurrent(new RecurrentModuleOptions { Features = 5, Hidden = 8 }, 6),
        ];
        int different = 0, tied = 0;
        double farthest = 0;
        foreach (ServingCase c in cases)
        {
            using ServingCase _ = c;
            RandomStream random = RandomStream.Create(7, c.Name);
            float[] own = new float[Names * Together];
            for (int s = 0; s < Sections; s += Together)
            {
                float[][] inputs = c.Inputs(own.Length, random), outputs = c.Torch(inputs);
                c.Served.Score(c.Batches(inputs), own);
                float[] expected = Reference(c, outputs, own.Length);
                for (int i = 0; i < own.Length; i++) farthest = Math.Max(farthest, Math.Abs(own[i] - (double)expected[i]) / Math.Max(1, Math.Abs(expected[i])));
                for (int d = 0; d < Together; d++)
                {
                    (bool isSame, int ties) = SameOrder(own.AsSpan(d * Names, Names), expected.AsSpan(d * Names, Names), Tie);
                    if (!isSame) different++;
                    tied += ties;
                }
            }
        }

        Console.WriteLine($"largest difference {farthest:G3}; {different} of {Sections * cases.Length} cross-sections in another order; {tied} neighbours within {Tie:G1} exchanged");
        Claim.Exactly("served_rank_differences", different, 0);
        Claim.AtMost("served_score_difference", farthest, 1e-5);
    }

    [Fact]
    public void The_comparison_of_orders_sees_an_exchange()
    {
        Assert.True(SameOrder([1, 2, 3], [10, 20, 30], 0.1).IsSame);
        Assert.False(SameOrder([1, 3, 2], [10, 20, 30], 0.1).IsSame);
        Assert.True(SameOrder([1, 2.05f, 2], [10, 20, 30], 0.1).IsSame);
        Assert.False(SameOrder([1, 2, 3], [10, 20, 20], 0.1).IsSame);
    }

    [TorchFact]
    public void Wrong_weights_are_refused_with_every_name()
    {
        using ServingCase c = ServingCase.Mixture(s_smallMixture, 6, 4, 5);
        List<NamedTensor> weights = [.. ModuleWeights.Of(c.Module)];
        NamedTensor conv = weights.Single(t => t.Name == "conv1.weight"), gate = weights.Single(t => t.Name == "gate2.bias");
        weights.RemoveAll(t => t.Name is "lstm_head.bias" or "conv1.weight" or "gate2.bias");
        weights.Add(conv with { Shape = [3, 6, 3] });
        weights.Add(new NamedTensor("spare", [1], new float[1]));
        weights.Add(gate with { Values = new[] { 0, float.NaN, 0 } });
        WeightsException e = Assert.Throws<WeightsException>(() => new ServedMixture(s_smallMixture, weights));
        Assert.Equal(["lstm_head.bias"], e.Missing);
        Assert.Equal(["spare"], e.Unexpected);
        Assert.Equal(["conv1.weight is [3, 6, 3], must be [6, 3, 3]", "gate2.bias holds NaN"], e.Misfits);
        Assert.Throws<WeightsException>(() => new ServedMixture(s_smallMixture with { Hidden = 9 }, ModuleWeights.Of(c.Module)));
        Assert.Throws<WeightsException>(() => new ServedDecoder(new CausalDecoderOptions { Features = 3, Width = 10, Layers = 1, Heads = 5, FeedForward = 11 }, []));
        Assert.Throws<ArgumentException>(() => new ServedDecoder(new CausalDecoderOptions { Width = 10, Heads = 3 }, []));
    }

    [TorchFact]
    public void Wrong_inputs_are_refused_and_an_empty_batch_gives_nothing()
    {
        using ServingCase c = ServingCase.Decoder(new CausalDecoderOptions { Features = 3, Width = 10, Layers = 1, Heads = 5, FeedForward = 11, SentimentFeatures = 2 }, 4);
        float[][] inputs = c.Inputs(6, RandomStream.Create(3, "test"));
        SequenceBatch[] good = c.Batches(inputs);
        Assert.Equal(6, c.Served.Run(good)["return"].Length);
        Assert.Throws<ArgumentException>(() => c.Served.Run([good[0]]));
        Assert.Throws<ArgumentException>(() => c.Served.Run([good[1], good[0]]));
        Assert.Throws<ArgumentException>(() => c.Served.Run([good[0], SequenceBatch.Dense(new float[10], 1, 2)]));
        Assert.Throws<ArgumentException>(() => c.Served.Run([good[0], SequenceBatch.Dense(new float[24], 2, 2)]));
        Assert.Throws<ArgumentException>(() => c.Served.Score(good, new float[5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => c.Served.Run(good, threads: 0));
        Assert.Equal("", string.Join(",", c.Served.Run([SequenceBatch.Dense([], 4, 3), SequenceBatch.Dense([], 1, 2)])["return"]));
        inputs[0][(2 * 4 * 3) + 5] = float.NaN;
        Assert.Contains("sample 2, step 1, feature 2 is NaN", Assert.Throws<ArgumentException>(() => c.Served.Run(good)).Message, StringComparison.Ordinal);
    }

    [TorchFact]
    public void Padding_by_flags_is_libtorchs_and_a_sample_of_padding_alone_has_a_number()
    {
        CausalDecoderOptions options = new() { Features = 3, Width = 10, Layers = 2, Heads = 5, FeedForward = 11 };
        using CausalDecoder net = new(options);
        net.eval();
        ServedDecoder served = new(options, ModuleWeights.Of(net));
        RandomStream random = RandomStream.Create(5, "padding");
        float[] x = [.. Enumerable.Range(0, 40 * 6 * 3).Select(_ => (float)random.NextNormal())];
        bool[] padding = [.. Enumerable.Range(0, 40 * 6).Select(i => i / 6 == 7 || random.NextDouble() < 0.4)];
        float[] poisoned = [.. x.Select((v, i) => padding[i / 3] ? float.NaN : v)];
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable guard = torch.no_grad();
        (Tensor r, Tensor s, Tensor d) = net.forward(torch.tensor(x, [40, 6, 3]), null, torch.tensor(padding, [40, 6]));
        IReadOnlyDictionary<string, float[]> found = served.Run([SequenceBatch.Dense(poisoned, 6, 3)], padding, 2);
        foreach ((string name, Tensor expected) in new[] { ("return", r), ("sharpe", s), ("drawdown", d) })
        {
            float[] values = expected.contiguous().data<float>().ToArray();
            for (int i = 0; i < 40; i++) Assert.Equal(values[i], found[name][i], 1e-5);
        }
    }

    private static float[] Scores(ServedNetwork network, SequenceBatch[] batches, int threads)
    {
        float[] scores = new float[batches[0].Count];
        network.Score(batches, scores, threads);
        return scores;
    }

    /// <summary>Scores from libtorch's outputs in 32-bit floats, as the scorers compute them.</summary>
    private static float[] Reference(ServingCase c, float[][] outputs, int count)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        int width = outputs[0].Length / count;
        Tensor first = torch.tensor(outputs[0], width > 1 ? [count, width] : [count]);
        if (width == 1) return outputs[0];
        Tensor p = c.Name == "mixture" ? first.exp() : first.softmax(1);
        return (p.select(1, width - 1) - p.select(1, 0)).contiguous().data<float>().ToArray();
    }

    /// <summary>Whether every pair that is farther apart than a tie in the one is in the same order in the other.</summary>
    private static (bool IsSame, int Exchanged) SameOrder(ReadOnlySpan<float> own, ReadOnlySpan<float> expected, double tie)
    {
        float[] a = own.ToArray(), b = expected.ToArray();
        Array.Sort(a, b);
        float most = float.NegativeInfinity;
        int below = 0, exchanged = 0;
        for (int j = 0; j < a.Length; j++)
        {
            for (; below < j && a[below] < a[j] - tie; below++) most = Math.Max(most, b[below]);
            if (below > 0 && b[j] <= most) return (false, 0);
            if (j > 0 && b[j] < b[j - 1]) exchanged++;
        }

        return (true, exchanged);
    }
}
