using System.Text.RegularExpressions;

namespace AlphaKit.Architecture.Tests.Documents;

/// <summary>The <c>#region</c>s of the samples, which are the source of all C# in the documents.</summary>
internal static partial class Snippets
{
    /// <summary>Region name → its lines, without common indentation.</summary>
    public static IReadOnlyDictionary<string, string> Read()
    {
        Dictionary<string, string> regions = new(StringComparer.Ordinal);
        foreach (string file in Repository.TrackedFiles().Where(f => f.StartsWith("samples/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal)))
        {
            foreach (Match region in Region().Matches(Repository.Read(file).ReplaceLineEndings("\n")))
            {
                string name = region.Groups["name"].Value;
                Assert.True(regions.TryAdd(name, Dedent(region.Groups["body"].Value)), $"{file}: region '{name}' exists twice in samples.");
            }
        }

        return regions;
    }

    /// <summary>The blocks of C# in a document, each with the name in the comment above it, if any.</summary>
    public static MatchCollection Blocks(string markdown) => Block().Matches(markdown);

    private static string Dedent(string body)
    {
        string[] lines = [.. body.TrimEnd().Split('\n').Select(l => l.TrimEnd()).SkipWhile(l => l.Length == 0)];
        int indent = lines.Where(l => l.Length > 0).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(l => l.Length > 0 ? l[indent..] : l)) + "\n";
    }

    [GeneratedRegex(@"^[ \t]*#region (?<name>\S+)[ \t]*\n(?<body>.*?)^[ \t]*#endregion", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Region();

    [GeneratedRegex(@"(?:<!-- snippet: (?<name>\S+) -->\n)?```(?:csharp|cs|c#)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
