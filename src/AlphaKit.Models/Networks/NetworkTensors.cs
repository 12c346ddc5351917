using System.Runtime.InteropServices;

namespace AlphaKit.Models;

/// <summary>Puts stored tensors into a network.</summary>
internal static class NetworkTensors
{
    public static TrainableNetwork Load(TrainableNetwork network, IReadOnlyList<NamedTensor> tensors)
    {
        Dictionary<string, NamedTensor> given = tensors.ToDictionary(t => t.Name, StringComparer.Ordinal);
        foreach (NamedTensor own in network.Tensors())
        {
            if (!given.TryGetValue(own.Name, out NamedTensor? stored)) throw new ArgumentException($"The tensor '{own.Name}' is missing; there are {string.Join(", ", given.Keys)}.", nameof(tensors));
            if (!stored.Shape.SequenceEqual(own.Shape) || stored.Values.Length != own.Values.Length)
                throw new ArgumentException($"'{own.Name}' has the shape [{string.Join(", ", stored.Shape)}], the network needs [{string.Join(", ", own.Shape)}].", nameof(tensors));
            foreach (float v in stored.Values.Span)
            {
                if (!float.IsFinite(v)) throw new ArgumentException($"'{own.Name}' holds {v:R}: weights must be finite.", nameof(tensors));
            }

            stored.Values.CopyTo(MemoryMarshal.AsMemory(own.Values));
        }

        return network;
    }
}
