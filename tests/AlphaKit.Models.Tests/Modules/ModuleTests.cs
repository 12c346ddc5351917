using AlphaKit.Torch;
using AlphaKit.Torch.Modules;

namespace AlphaKit.Models.Tests;

/// <summary>Losses of twenty steps and last outputs against PyTorch; the values are made by Golden/networks.py and Golden/recurrent_network.py.</summary>
[Collection("libtorch")]
public sealed class ModuleTests
{
    private const int Batch = 12;

    private static readonly double[] s_mixture =
    [
        1.565075, 1.535745, 1.518796, 1.504342, 1.491048, 1.47834, 1.466257, 1.454995, 1.444716, 1.435369,
        1.426498, 1.417839, 1.409239, 1.401001, 1.393124, 1.385542, 1.378222, 1.37115, 1.364262, 1.357523,
    ];

    private static readonly double[] s_attention =
    [
        1.527173, 1.438788, 1.362088, 1.303764, 1.245378, 1.204308, 1.157025, 1.129755, 1.104995, 1.083933,
        1.064649, 1.045081, 1.026793, 1.010049, 0.993929, 0.9792, 0.964955, 0.955552, 0.94356, 0.92658,
    ];

    private static readonly double[] s_decoder =
    [
        0.575068, 0.562944, 0.55592, 0.551033, 0.547812, 0.545776, 0.544475, 0.543514, 0.542581, 0.541469,
        0.540061, 0.538307, 0.536208, 0.533801, 0.531689, 0.529992, 0.5281, 0.526275, 0.524, 0.520833,
    ];

    private static readonly MixtureOptions s_smallMixture = new()
    {
        TechnicalFeatures = 5, FundamentalFeatures = 4, HighFrequencyFeatures = 3, Hidden = 8, Heads = 2, Channels = 6, Dropout = 0,
    };

    [TorchFact]
    public void Mixture_of_experts_trains_as_in_PyTorch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using MixtureOfExperts net = new(s_smallMixture);
        Tensor a = Sines(1, 0.9, Batch, 6, 5), b = Sines(1, 0.7, Batch, 4, 4), c = Sines(1, 1.1, Batch, 7, 3);
        Train(net, s_mixture, () =>
        {
            MixtureOutput o = net.forward(a, b, c);
            return torch.nn.functional.nll_loss(o.LogProbabilities, Targets()) + o.Regulariser(0.1, 0.2)
                + (torch.nn.functional.mse_loss(o.Volatility, Sines(1, 2.3, Batch)) * 0.5) + (o.Weight.mean() * 0.1);
        });
        net.eval();
        Near([0.293113, 0.327377, 0.313854, 0.286982, 0.310399], net.forward(a, b, c).LogProbabilities.exp().select(1, 2));
    }

    [TorchFact]
    public void Attention_network_trains_as_in_PyTorch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using AttentionDnn net = new();
        Tensor x = Sines(1, 0.9, Batch, 9);
        Train(net, s_attention, () =>
        {
            (Tensor logits, Tensor foreseen) = net.forward(x);
            return torch.nn.functional.cross_entropy(logits, Targets()) + (torch.nn.functional.mse_loss(foreseen, Sines(1, 2.3, Batch)) * 0.3);
        });
        net.eval();
        Near([-0.118821, -0.219415, -0.277012, -0.182904, -0.159103], net.forward(x).Return);
    }

    [TorchFact]
    public void Causal_decoder_trains_as_in_PyTorch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using CausalDecoder net = new(new CausalDecoderOptions { Features = 5, Width = 8, Heads = 2, Layers = 2, FeedForward = 12, SentimentFeatures = 2, Dropout = 0 });
        Tensor x = Sines(1, 0.9, Batch, 6, 5), sentiment = Sines(1, 1.9, Batch, 2), y = Sines(1, 2.3, Batch), padding = Padding();
        Train(net, s_decoder, () =>
        {
            (Tensor r, Tensor s, Tensor d) = net.forward(x, sentiment, padding);
            return (torch.nn.functional.l1_loss(r, y) * 0.4) + (torch.nn.functional.mse_loss(s, y) * 0.3) + (torch.nn.functional.mse_loss(d, -y) * 0.3);
        });
        net.eval();
        Near([0.208559, 0.354539, 0.277906, 0.220026, 0.268698], net.forward(x, sentiment, padding).Return);
    }

    [TorchFact]
    public void Recurrent_module_equals_libtorchs_layer_and_the_network_in_C_sharp()
    {
        foreach (RecurrentCell cell in Enum.GetValues<RecurrentCell>())
        {
            using DisposeScope scope = torch.NewDisposeScope();
            using RecurrentModule net = new(new RecurrentModuleOptions { Cell = cell, Features = 4, Hidden = 5 });
            Fill(net);
            Tensor x = Sines(1, 0.9, 21, 6, 4);
            x.requires_grad = true;
            Tensor fused = net.forward(x);
            (fused * Sines(1, 2.3, 21)).sum().backward();
            float[] slopes = Gradients(net), inputs = x.grad!.contiguous().data<float>().ToArray();
            x.grad = null;
            net.zero_grad();

            // The same weights through aten::gru and aten::lstm.
            Dictionary<string, Tensor> state = net.state_dict();
            torch.nn.Module plain = cell == RecurrentCell.Gru ? torch.nn.GRU(4, 5, batchFirst: true) : torch.nn.LSTM(4, 5, batchFirst: true);
            string prefix = cell == RecurrentCell.Gru ? "gru." : "lstm.";
            plain.load_state_dict(state.Where(p => p.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(p => p.Key[prefix.Length..], p => p.Value));
            Tensor states = plain is GRU gru ? gru.forward(x).Item1 : ((LSTM)plain).forward(x).Item1;
            BatchNorm1d bn = net.children().OfType<BatchNorm1d>().Single();
            Linear fc = net.children().OfType<Linear>().Single();
            Tensor slow = fc.forward(bn.forward(states.select(1, 5))).squeeze(1).sigmoid();
            (slow * Sines(1, 2.3, 21)).sum().backward();
            Near([.. fused.detach().contiguous().data<float>().ToArray().Select(v => (double)v)], slow);
            Assert.All(inputs.Zip(x.grad!.contiguous().data<float>().ToArray()), p => Assert.Equal(p.Second, p.First, 1e-5));
            float[] own = [.. Gradients(plain), .. Gradients(bn), .. Gradients(fc)];
            Assert.Equal(own.Length, slopes.Length);
            for (int i = 0; i < own.Length; i++) Assert.Equal(own[i], slopes[i], 1e-5);
            plain.Dispose();
        }
    }

    [TorchFact]
    public void The_gate_weighs_each_sample_by_itself()
    {
        // The classic mistake pairs the gate of sample e with expert e: then permuting the batch would change a sample's result.
        using DisposeScope scope = torch.NewDisposeScope();
        using MixtureOfExperts net = new(s_smallMixture);
        Fill(net);
        net.eval();
        Tensor a = Sines(1, 0.9, Batch, 6, 5), b = Sines(1, 0.7, Batch, 4, 4), c = Sines(1, 1.1, Batch, 7, 3);
        MixtureOutput all = net.forward(a, b, c), one = net.forward(a.narrow(0, 4, 1), b.narrow(0, 4, 1), c.narrow(0, 4, 1));
        Near([.. one.LogProbabilities.contiguous().data<float>().ToArray().Select(v => (double)v)], all.LogProbabilities.select(0, 4));
        for (int k = 0; k < 3; k++)
        {
            double expected = 0;
            for (int e = 0; e < 3; e++) expected += all.Gate.select(0, 4).select(0, e).item<float>() * (double)all.ExpertLogits.select(0, 4).select(0, e).softmax(0).select(0, k).item<float>();
            Assert.Equal(expected, Math.Exp(all.LogProbabilities.select(0, 4).select(0, k).item<float>()), 1e-6);
        }

        using MixtureOfExperts sparse = new(s_smallMixture with { TopExperts = 1 });
        Fill(sparse);
        float[] gate = sparse.forward(a, b, c).Gate.contiguous().data<float>().ToArray();
        Assert.Equal(Batch, gate.Count(g => g == 1));
        Assert.Equal(2 * Batch, gate.Count(g => g == 0));
    }

    [TorchFact]
    public void Padding_is_never_seen()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using CausalDecoder net = new(new CausalDecoderOptions { Features = 5, Width = 8, Heads = 2, Layers = 2, FeedForward = 12, Dropout = 0 });
        Fill(net);
        Tensor x = Sines(1, 0.9, Batch, 6, 5), padding = Padding();
        float[] plain = net.forward(x, null, padding).Return.contiguous().data<float>().ToArray();
        Tensor poisoned = x.masked_fill(padding.unsqueeze(2), double.NaN);
        Assert.Equal(plain, net.forward(poisoned, null, padding).Return.contiguous().data<float>().ToArray());

        // A sample that is padding alone gives a number and no gradient.
        Tensor all = torch.ones([Batch, 6], ScalarType.Bool);
        net.zero_grad();
        Tensor dead = net.forward(x, null, all).Sharpe;
        dead.sum().backward();
        Assert.True(dead.isfinite().all().ToBoolean());
        foreach ((string name, Parameter parameter) in net.named_parameters())
        {
            if (parameter.grad is { } g) Assert.True(g.isfinite().all().ToBoolean(), name);
        }
    }

    [TorchFact]
    public void Wrong_shapes_are_refused_with_the_right_one()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using AttentionDnn net = new();
        Assert.Contains("[any, 9]", Assert.Throws<ArgumentException>(() => net.forward(torch.zeros(3, 8))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => net.forward(torch.zeros(0, 9)));
        using MixtureOfExperts moe = new(s_smallMixture);
        Assert.Throws<ArgumentException>(() => moe.forward(torch.zeros(3, 6, 5), torch.zeros(2, 4, 4), torch.zeros(3, 7, 3)));
        Assert.Throws<ArgumentException>(() => new MixtureOfExperts(new MixtureOptions { FundamentalFeatures = 21 }));
        using CausalDecoder decoder = new(new CausalDecoderOptions { Features = 5, Width = 8, Heads = 2, Layers = 1, FeedForward = 12 });
        Assert.Throws<ArgumentException>(() => decoder.forward(torch.zeros(3, 6, 5), torch.zeros(3, 2), null));
        Assert.Throws<ArgumentException>(() => new CausalDecoder(new CausalDecoderOptions { Width = 10, Heads = 3 }));
    }

    private static void Train(torch.nn.Module net, double[] expected, Func<Tensor> loss)
    {
        Fill(net);
        net.train();
        using torch.optim.Optimizer adam = torch.optim.Adam(net.parameters(), lr: 0.005);
        for (int step = 0; step < expected.Length; step++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            adam.zero_grad();
            Tensor l = loss();
            Assert.Equal(expected[step], l.item<float>(), 1e-5 * Math.Max(1, expected[step]));
            l.backward();
            adam.step();
        }
    }

    private static void Fill(torch.nn.Module net)
    {
        using IDisposable guard = torch.no_grad();
        int at = 0;
        foreach (Parameter p in net.parameters())
        {
            int n = (int)p.numel(), from = at;
            using Tensor values = torch.tensor([.. Enumerable.Range(from, n).Select(i => (float)(0.3 * Math.Sin(1.7 * (i + 1))))], p.shape);
            p.copy_(values);
            at += n;
        }
    }

    private static float[] Gradients(torch.nn.Module net) => [.. net.parameters().SelectMany(p => p.grad!.contiguous().data<float>().ToArray())];

    private static void Near(double[] expected, Tensor actual)
    {
        float[] values = actual.detach().contiguous().data<float>().ToArray();
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], values[i], 1e-5);
    }

    private static Tensor Targets() => torch.tensor([.. Enumerable.Range(0, Batch).Select(i => (long)(i % 3))], [Batch]);

    private static Tensor Padding() => torch.tensor([.. Enumerable.Range(0, Batch).SelectMany(i => Enumerable.Range(0, 6).Select(t => t < i % 3 || (i % 4 == 1 && t == 5)))], [Batch, 6]);

    private static Tensor Sines(double size, double speed, params long[] shape) =>
        torch.tensor([.. Enumerable.Range(1, (int)shape.Aggregate(1L, (a, b) => a * b)).Select(i => (float)(size * Math.Sin(speed * i)))], shape);
}
