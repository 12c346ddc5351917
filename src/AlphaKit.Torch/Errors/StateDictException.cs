namespace AlphaKit.Torch;

/// <summary>A state dictionary does not fit a module. Nothing of it was loaded.</summary>
public sealed class StateDictException : TorchException
{
    internal StateDictException(string module, IReadOnlyList<string> missing, IReadOnlyList<string> unexpected, IReadOnlyList<string> misshapen)
        : base($"The state does not fit {module}, and nothing was loaded.{List(" Missing: ", missing)}{List(" Not known: ", unexpected)}{List(" Other shapes: ", misshapen)}")
    {
        Module = module;
        Missing = missing;
        Unexpected = unexpected;
        Misshapen = misshapen;
    }

    /// <summary>Name of the module.</summary>
    public string Module { get; }

    /// <summary>Names that the source lacks.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Names that the module does not have.</summary>
    public IReadOnlyList<string> Unexpected { get; }

    /// <summary>Names whose shapes differ, with both shapes.</summary>
    public IReadOnlyList<string> Misshapen { get; }

    private static string List(string title, IReadOnlyList<string> names) =>
        names.Count == 0 ? "" : title + string.Join(", ", names.Take(12)) + (names.Count > 12 ? $" and {names.Count - 12} more." : ".");
}
