using System.Collections;
using System.Globalization;

namespace AlphaKit.Torch.Modules;

/// <summary>Modules in a row, named 0, 1, 2 …; it computes nothing itself.</summary>
public sealed class ModuleList<T> : torch.nn.Module, IReadOnlyList<T>
    where T : torch.nn.Module
{
    private readonly List<T> _items = [];

    internal ModuleList(IEnumerable<T> modules)
        : base(nameof(ModuleList<>))
    {
        foreach (T module in modules) Add(module);
    }

    /// <summary>How many there are.</summary>
    public int Count => _items.Count;

    /// <summary>One of them.</summary>
    public T this[int index] => _items[index];

    /// <summary>Adds one at the end.</summary>
    public void Add(T module)
    {
        ArgumentNullException.ThrowIfNull(module);
        register_module(_items.Count.ToString(CultureInfo.InvariantCulture), module);
        _items.Add(module);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
