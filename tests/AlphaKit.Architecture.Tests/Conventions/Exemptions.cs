namespace AlphaKit.Architecture.Tests.Conventions;

/// <summary>What is let off a rule, by full name, each with its reason. Keep it short.</summary>
internal static class Exemptions
{
    /// <summary>Namespaces besides the package's own.</summary>
    public static IReadOnlySet<string> Namespaces { get; } = new HashSet<string>
    {
        "AlphaKit.Data.Simulation", // the simulated market: a large concept with its own vocabulary
    };

    /// <summary>Properties with a public setter: "Namespace.Type.Property" → reason.</summary>
    public static IReadOnlyDictionary<string, string> Setters { get; } = new Dictionary<string, string>();

    /// <summary>Methods that may take a bool: "Namespace.Type.Method" → reason.</summary>
    public static IReadOnlyDictionary<string, string> Bools { get; } = new Dictionary<string, string>();

    /// <summary>Static fields that may change: "Namespace.Type.field" → reason.</summary>
    public static IReadOnlyDictionary<string, string> Statics { get; } = new Dictionary<string, string>();

    /// <summary>Tracked text files that may hold a forbidden word: path → reason.</summary>
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>();
}
