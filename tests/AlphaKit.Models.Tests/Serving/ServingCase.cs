using AlphaKit.Torch;
using AlphaKit.Torch.Modules;

namespace AlphaKit.Models.Tests.Serving;

/// <summary>A network on libtorch, its counterpart in C#, and inputs for both.</summary>
internal sealed class ServingCase : IDisposable
{
    private readonly Func<Tensor[], Tensor[]> _forward;
    private readonly int[] _steps;

    private ServingCase(string name, torch.nn.Module module, Func<VectorWidth, ServedNetwork> serve, int[] steps, Func<Tensor[], Tensor[]> forward)
    {
        (Name, Module, Serve, _steps, _forward) = (name, module, serve, steps, forward);
        Spread(module);
        module.eval();
        Served = serve(VectorWidths.Widest);
    }

    public string Name { get; }

    public torch.nn.Module Module { get; }

    public Func<VectorWidth, ServedNetwork> Serve { get; }

    public ServedNetwork Served { get; private set; }

    public static ServingCase Mixture(MixtureOptions options, params int[] steps)
    {
        torch.manual_seed(3);
        MixtureOfExperts net = new(options);
        return new("mixture", net, w => new ServedMixture(options, ModuleWeights.Of(net), w), steps, x =>
        {
            MixtureOutput o = net.forward(x[0], x[1], x[2]);
            return [o.LogProbabilities, o.Gate, o.ExpertLogits, o.Volatility, o.Weight];
        });
    }

    public static ServingCase Dnn(AttentionDnnOptions options)
    {
        torch.manual_seed(4);
        AttentionDnn net = new(options);
        return new("attention dnn", net, w => new ServedAttentionDnn(options, ModuleWeights.Of(net), w), [1], x =>
        {
            (Tensor logits, Tensor foreseen) = net.forward(x[0].squeeze(1));
            return [logits, foreseen];
        });
    }

    public static ServingCase Decoder(CausalDecoderOptions options, int steps)
    {
        torch.manual_seed(5);
        CausalDecoder net = new(options);
        return new("decoder", net, w => new ServedDecoder(options, ModuleWeights.Of(net), w), options.SentimentFeatures > 0 ? [steps, 1] : [steps], x =>
        {
            // As DecoderScorer does: steps of zeros before the first other one are padding.
            Tensor leading = x[0].eq(0).all(2).logical_not().to(ScalarType.Int64).cumsum(1).eq(0);
            (Tensor r, Tensor s, Tensor d) = net.forward(x[0], x.Length > 1 ? x[1].squeeze(1) : null, leading);
            return [r, s, d];
        });
    }

    public static ServingCase Recurrent(RecurrentModuleOptions options, int steps)
    {
        torch.manual_seed(6);
        RecurrentModule net = new(options);
        return new("recurrent", net, _ => new ServedRecurrent(options, ModuleWeights.Of(net)), [steps], x =>
        {
            // Through aten::gru and aten::lstm, not through the layer in C# that the module uses.
            Tensor states = net.children().OfType<GRU>().SingleOrDefault() is { } gru ? gru.forward(x[0]).Item1 : net.children().OfType<LSTM>().Single().forward(x[0]).Item1;
            Tensor y = net.children().OfType<Linear>().Single().forward(net.children().OfType<BatchNorm1d>().Single().forward(states.select(1, steps - 1))).squeeze(1);
            return [options.Output == RecurrentOutput.Sigmoid ? y.sigmoid() : y];
        });
    }

    /// <summary>Normal inputs for so many samples, the first steps of every fifth one zeros.</summary>
    public float[][] Inputs(int samples, RandomStream random)
    {
        float[][] inputs = [.. Served.Features.Select((f, k) => new float[samples * _steps[k] * f])];
        for (int k = 0; k < inputs.Length; k++)
        {
            int window = _steps[k] * Served.Features[k];
            for (int i = 0; i < inputs[k].Length; i++)
            {
                float v = (float)random.NextNormal();
                inputs[k][i] = k == 0 && i / window % 5 == 2 && i % window < window / 3 ? 0 : v;
            }
        }

        return inputs;
    }

    public SequenceBatch[] Batches(float[][] inputs) => [.. inputs.Select((x, k) => SequenceBatch.Dense(x, _steps[k], Served.Features[k]))];

    /// <summary>Every output as libtorch computes it.</summary>
    public float[][] Torch(float[][] inputs)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable guard = torch.no_grad();
        Tensor[] tensors = [.. inputs.Select((x, k) => torch.tensor(x, [x.Length / (_steps[k] * Served.Features[k]), _steps[k], Served.Features[k]]))];
        return [.. _forward(tensors).Select(t => t.contiguous().data<float>().ToArray())];
    }

    public void Dispose() => Module.Dispose();

    /// <summary>Weights half as large again as the first ones and running statistics other than 0 and 1, so that outputs spread.</summary>
    private static void Spread(torch.nn.Module module)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable guard = torch.no_grad();
        foreach ((string name, Parameter p) in module.named_parameters())
        {
            if (!name.Contains("norm", StringComparison.Ordinal)) p.mul_(1.5);
            else p.add_(torch.randn_like(p) * 0.2);
        }

        foreach ((string name, Tensor b) in module.named_buffers())
        {
            if (name.EndsWith("running_mean", StringComparison.Ordinal)) b.copy_(torch.randn_like(b) * 0.3);
            if (name.EndsWith("running_var", StringComparison.Ordinal)) b.copy_(torch.rand_like(b) + 0.4);
        }
    }
}
