namespace AlphaKit.Torch.Tests.Modules;

/// <summary>Forward, gradients and twenty optimiser steps against PyTorch of the system's Python, on the same weights.</summary>
[Collection("alone")]
public sealed class PyTorchComparisonTests
{
    public static TheoryData<string> Cases => ["perceptron", "gru", "lstm", "conv", "encoder_post_relu", "encoder_pre_gelu", "words"];

    [TorchTheory(python: true)]
    [MemberData(nameof(Cases))]
    public void Equal_seeds_draw_the_weights_that_PyTorch_draws(string name)
    {
        SafetensorsFile peer = PythonTorch.Case(name);
        using DisposeScope scope = torch.NewDisposeScope();
        torch.manual_seed(100 + PeerNets.Case(name).Seed);
        using PeerNets.Net net = PeerNets.Case(name).Build();
        Dictionary<string, Tensor> state = net.state_dict();
        Assert.Equal(PeerCase.Part(peer, "init.").Keys.Order(), state.Keys.Order());
        foreach ((string key, Tensor drawn) in state) Near.Equal(key, peer["init." + key], drawn, 0);
    }

    [TorchTheory(python: true)]
    [MemberData(nameof(Cases))]
    public void Forward_and_gradients_equal_PyTorch(string name)
    {
        SafetensorsFile peer = PythonTorch.Case(name);
        using DisposeScope scope = torch.NewDisposeScope();
        PeerCase example = PeerNets.Case(name);
        using PeerNets.Net net = example.Build();
        net.load_state_dict(PeerCase.Part(peer, "init."));
        Tensor output = net.forward(PeerCase.Inputs(peer));
        Near.Equal("output", peer["output"], output);
        example.Loss(output).backward();
        foreach ((string key, AlphaKit.Torch.Modules.Parameter p) in net.named_parameters()) Near.Equal("gradient of " + key, peer["grad." + key], p.grad!);
    }

    [TorchTheory(python: true)]
    [MemberData(nameof(Cases))]
    public void Twenty_steps_equal_PyTorch(string name)
    {
        SafetensorsFile peer = PythonTorch.Case(name);
        using DisposeScope scope = torch.NewDisposeScope();
        PeerCase example = PeerNets.Case(name);
        using PeerNets.Net net = example.Build();
        net.load_state_dict(PeerCase.Part(peer, "init."));
        Tensor[] inputs = PeerCase.Inputs(peer);
        using torch.optim.Optimizer optimiser = example.Optimiser(net.parameters());
        torch.optim.lr_scheduler.LRScheduler? scheduler = example.Scheduler?.Invoke(optimiser);
        List<double> losses = [], rates = [], norms = [];
        for (int i = 0; i < 20; i++)
        {
            rates.Add(optimiser.LearningRate);
            (double loss, double norm) = example.Step(net, inputs, optimiser);
            losses.Add(loss);
            if (example.Clip is not null) norms.Add(norm);
            scheduler?.step();
        }

        Near.Equal("losses", Near.Values(peer["losses"]), [.. losses]);
        Near.Equal("learning rates", Near.Values(peer["rates"]), [.. rates], 1e-12);
        Near.Equal("norms", Near.Values(peer["norms"]), [.. norms]);
        foreach ((string key, Tensor value) in net.state_dict()) Near.Equal("final " + key, WithoutKeyBias(key, Near.Values(peer["final." + key])), WithoutKeyBias(key, Doubles(value)));
    }

    // The bias of the keys adds the same number to all scores of a row, which softmax takes away again: its gradient is rounding noise around 0,
    // and Adam makes steps of full length of noise.
    private static double[] WithoutKeyBias(string key, double[] values)
    {
        if (key.EndsWith("in_proj_bias", StringComparison.Ordinal)) Array.Clear(values, values.Length / 3, values.Length / 3);
        return values;
    }

    private static double[] Doubles(Tensor value) => value.detach().to(ScalarType.Float64).data<double>().ToArray();
}
