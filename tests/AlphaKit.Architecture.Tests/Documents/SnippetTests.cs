using System.Text;
using System.Text.RegularExpressions;

namespace AlphaKit.Architecture.Tests.Documents;

public sealed class SnippetTests
{
    [Fact]
    public void Every_block_of_CSharp_in_a_document_is_a_compiled_region()
    {
        IReadOnlyDictionary<string, string> regions = Snippets.Read();
        bool update = Environment.GetEnvironmentVariable("AK_UPDATE_DOCS") == "1";
        List<string> findings = [];
        foreach (string file in MarkdownFiles.All)
        {
            string text = Repository.Read(file).ReplaceLineEndings("\n");
            StringBuilder rewritten = new();
            int at = 0;
            foreach (Match block in Snippets.Blocks(text))
            {
                int line = text.AsSpan(0, block.Index).Count('\n') + 1;
                string name = block.Groups["name"].Value;
                Group code = block.Groups["code"];
                if (name.Length == 0) findings.Add($"{file}:{line}: no <!-- snippet: NAME --> on the line above");
                else if (!regions.TryGetValue(name, out string? source)) findings.Add($"{file}:{line}: no #region {name} in samples");
                else if (source != code.Value && !update) findings.Add($"{file}:{line}: differs from #region {name}; run ./eng/docs.sh");
                rewritten.Append(text, at, code.Index - at).Append(regions.GetValueOrDefault(name, code.Value));
                at = code.Index + code.Length;
            }

            rewritten.Append(text, at, text.Length - at);
            if (update && rewritten.ToString() != text) File.WriteAllText(Path.Combine(Repository.Root, file), rewritten.ToString());
        }

        Repository.None(findings, "Code in documents comes from samples:");
    }
}
