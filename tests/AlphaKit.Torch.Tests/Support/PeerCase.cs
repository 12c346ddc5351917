using AlphaKit.Torch.Modules;

namespace AlphaKit.Torch.Tests;

/// <summary>One training of Peers/peer.py, and what came of it here.</summary>
internal sealed record PeerCase(
    int Seed,
    Func<PeerNets.Net> Build,
    Func<Tensor, Tensor> Loss,
    Func<IEnumerable<Parameter>, torch.optim.Optimizer> Optimiser,
    Func<torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler>? Scheduler = null,
    double? Clip = null)
{
    /// <summary>The inputs that PyTorch was given.</summary>
    public static Tensor[] Inputs(SafetensorsFile peer) =>
        [.. peer.Entries.Where(e => e.Name.StartsWith("input.", StringComparison.Ordinal)).OrderBy(e => e.Name, StringComparer.Ordinal).Select(e => e.ToTensor())];

    /// <summary>A part of what PyTorch wrote, such as "init.", as a state dictionary.</summary>
    public static Dictionary<string, Tensor> Part(SafetensorsFile peer, string prefix) =>
        peer.Entries.Where(e => e.Name.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(e => e.Name[prefix.Length..], e => e.ToTensor());

    /// <summary>One step: forward, backward, clip, move.</summary>
    public (double Loss, double Norm) Step(PeerNets.Net net, Tensor[] inputs, torch.optim.Optimizer optimiser)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        optimiser.zero_grad();
        Tensor loss = Loss(net.forward(inputs));
        loss.backward();
        double norm = Clip is { } max ? torch.nn.utils.clip_grad_norm_(net.parameters(), max) : 0;
        optimiser.step();
        return (loss.item<double>(), norm);
    }
}
