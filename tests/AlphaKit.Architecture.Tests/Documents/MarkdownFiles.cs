namespace AlphaKit.Architecture.Tests.Documents;

internal static class MarkdownFiles
{
    /// <summary>Every tracked markdown file.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Repository.TrackedFiles().Where(f => f.EndsWith(".md", StringComparison.Ordinal))];
}
