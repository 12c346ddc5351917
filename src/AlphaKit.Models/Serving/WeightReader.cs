namespace AlphaKit.Models;

/// <summary>Hands out stored tensors by name and shape and collects everything that does not fit, to be said at once.</summary>
internal sealed class WeightReader
{
    private readonly string _network;
    private readonly Dictionary<string, NamedTensor> _tensors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly List<string> _missing = [];
    private readonly List<string> _misfits = [];

    public WeightReader(string network, IReadOnlyList<NamedTensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        _network = network;
        foreach (NamedTensor tensor in tensors)
        {
            // PyTorch counts the batches that a normalisation has seen; no output depends on it.
            if (tensor.Name.EndsWith("num_batches_tracked", StringComparison.Ordinal)) continue;
            if (!_tensors.TryAdd(tensor.Name, tensor)) _misfits.Add($"{tensor.Name} comes twice");
        }
    }

    /// <summary>The values of a tensor; zeros if it does not fit, which <see cref="Finish"/> then says.</summary>
    public ReadOnlySpan<float> Take(string name, params int[] shape)
    {
        int length = shape.Aggregate(1, (a, b) => checked(a * b));
        if (!_tensors.TryGetValue(name, out NamedTensor? tensor))
        {
            _missing.Add(name);
            return new float[length];
        }

        _taken.Add(name);
        if (!tensor.Shape.SequenceEqual(shape) || tensor.Values.Length != length)
        {
            _misfits.Add($"{name} is [{string.Join(", ", tensor.Shape)}], must be [{string.Join(", ", shape)}]");
            return new float[length];
        }

        foreach (float v in tensor.Values.Span)
        {
            if (float.IsFinite(v)) continue;
            _misfits.Add($"{name} holds {v:R}");
            break;
        }

        return tensor.Values.Span;
    }

    /// <summary>Refuses what was missing, is left over or did not fit.</summary>
    public void Finish()
    {
        string[] unexpected = [.. _tensors.Keys.Where(k => !_taken.Contains(k)).Order(StringComparer.Ordinal)];
        if (_missing.Count + _misfits.Count + unexpected.Length > 0) throw new WeightsException(_network, _missing, unexpected, _misfits);
    }

    /// <summary>The tensors below a module, under their names in it.</summary>
    public static IReadOnlyList<NamedTensor> Below(string module, IReadOnlyList<NamedTensor> tensors) =>
        [.. tensors.Select(t => t.Name.StartsWith(module + ".", StringComparison.Ordinal) ? t with { Name = t.Name[(module.Length + 1)..] } : t)];
}
