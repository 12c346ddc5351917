using System.Globalization;

namespace AlphaKit.Torch.Modules;

/// <summary>Modules one after the other, the output of each the input of the next.</summary>
public sealed class Sequential : torch.nn.Module<Tensor, Tensor>
{
    private readonly List<torch.nn.Module<Tensor, Tensor>> _items = [];

    internal Sequential(IEnumerable<(string Name, torch.nn.Module<Tensor, Tensor> Module)> modules)
        : base(nameof(Sequential))
    {
        foreach ((string name, torch.nn.Module<Tensor, Tensor> module) in modules) append(name, module);
    }

    /// <summary>How many there are.</summary>
    public int Count => _items.Count;

    /// <summary>Adds one at the end under its number.</summary>
    public Sequential append(torch.nn.Module<Tensor, Tensor> module) => append(_items.Count.ToString(CultureInfo.InvariantCulture), module);

    /// <summary>Adds one at the end under a name.</summary>
    public Sequential append(string name, torch.nn.Module<Tensor, Tensor> module)
    {
        ArgumentNullException.ThrowIfNull(module);
        register_module(name, module);
        _items.Add(module);
        return this;
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = input;
        foreach (torch.nn.Module<Tensor, Tensor> module in _items) x = module.forward(x);
        return x.MoveToOuterDisposeScope();
    }
}
