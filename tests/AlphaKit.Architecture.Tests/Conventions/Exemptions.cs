namespace AlphaKit.Architecture.Tests.Conventions;

/// <summary>What is let off a rule, by full name, each with its reason. Keep it short.</summary>
internal static class Exemptions
{
    /// <summary>Namespaces besides the package's own.</summary>
    public static IReadOnlySet<string> Namespaces { get; } = new HashSet<string>
    {
        "AlphaKit.Data.Simulation", // the simulated market: a large concept with its own vocabulary
        "AlphaKit.Torch.Modules", // layers and optimisers stand apart from tensors, as in TorchSharp, so that Dropout or Linear are asked for by name
    };

    /// <summary>Packages whose signatures are another library's, bools and settable properties among them: package → reason.</summary>
    public static IReadOnlyDictionary<string, string> ForeignSignatures { get; } = new Dictionary<string, string>
    {
        ["AlphaKit.Torch"] = "names, arguments and defaults are those of PyTorch and TorchSharp, so that model code reads and compiles the same",
    };

    /// <summary>Roots of exceptions besides AlphaKitException: full name → reason.</summary>
    public static IReadOnlyDictionary<string, string> ExceptionRoots { get; } = new Dictionary<string, string>
    {
        ["AlphaKit.Torch.TorchException"] = "the package references nothing of AlphaKit",
    };

    /// <summary>Properties with a public setter: "Namespace.Type.Property" → reason.</summary>
    public static IReadOnlyDictionary<string, string> Setters { get; } = new Dictionary<string, string>();

    /// <summary>Methods that may take a bool: "Namespace.Type.Method" → reason.</summary>
    public static IReadOnlyDictionary<string, string> Bools { get; } = new Dictionary<string, string>();

    /// <summary>Static fields that may change: "Namespace.Type.field" → reason.</summary>
    public static IReadOnlyDictionary<string, string> Statics { get; } = new Dictionary<string, string>
    {
        ["AlphaKit.Torch.DisposeScope.s_current"] = "the innermost scope of a thread: tensors find it without being told, which is what scopes are for",
    };

    /// <summary>Tracked text files that may hold a forbidden word: path → reason.</summary>
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>();
}
