namespace AlphaKit.Models;

/// <summary>Weights with a name and a shape, row-major.</summary>
/// <param name="Name">The name in PyTorch's state dictionary.</param>
/// <param name="Shape">The lengths of the axes.</param>
/// <param name="Values">The values.</param>
public sealed record NamedTensor(string Name, IReadOnlyList<int> Shape, ReadOnlyMemory<float> Values);
