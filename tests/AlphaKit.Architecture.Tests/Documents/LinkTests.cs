using System.Text.RegularExpressions;

namespace AlphaKit.Architecture.Tests.Documents;

public sealed partial class LinkTests
{
    [Fact]
    public void Every_relative_link_of_a_document_resolves()
    {
        List<string> findings = [];
        foreach (string file in MarkdownFiles.All)
        {
            string folder = Path.Combine(Repository.Root, Path.GetDirectoryName(file) ?? "");
            foreach (Match link in Link().Matches(Fenced().Replace(Repository.Read(file), "")))
            {
                string target = Uri.UnescapeDataString(link.Groups["target"].Value);
                if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal)) continue;
                string path = Path.GetFullPath(Path.Combine(folder, target));
                if (!File.Exists(path) && !Directory.Exists(path)) findings.Add($"{file} → {target}");
            }
        }

        Repository.None(findings, "Broken links:");
    }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
