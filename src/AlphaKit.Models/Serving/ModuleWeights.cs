namespace AlphaKit.Models;

/// <summary>The state of a module on libtorch as plain arrays.</summary>
public static class ModuleWeights
{
    /// <summary>Copies parameters and running statistics of 32-bit floats under their names in the state dictionary.</summary>
    /// <param name="module">The module.</param>
    public static IReadOnlyList<NamedTensor> Of(torch.nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        List<NamedTensor> tensors = [];
        using IDisposable guard = torch.no_grad();
        foreach ((string name, Tensor tensor) in module.named_parameters().Select(p => (p.Item1, (Tensor)p.Item2)).Concat(module.named_buffers().Select(b => (b.Item1, b.Item2))))
        {
            if (tensor.dtype != ScalarType.Float32) continue;
            using Tensor detached = tensor.detach(), near = detached.cpu(), dense = near.contiguous();
            tensors.Add(new NamedTensor(name, [.. tensor.shape.Select(n => (int)n)], TorchEngine.Data(dense).ToArray()));
        }

        return tensors;
    }
}
