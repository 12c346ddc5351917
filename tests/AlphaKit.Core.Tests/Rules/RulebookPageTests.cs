using AlphaKit.TestSupport;

namespace AlphaKit.Core.Tests;

public sealed class RulebookPageTests
{
    [Fact]
    public void The_page_of_rules_shows_the_tables_as_they_are()
    {
        string path = Path.Combine(SharedData.RepositoryRoot, "docs", "rules.md");
        string page = Rulebook.AShare.ToMarkdown();
        if (Environment.GetEnvironmentVariable("ALPHAKIT_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path), "docs/rules.md is missing: run this test with ALPHAKIT_WRITE_DOCS=1 to write it.");
        Assert.True(
            File.ReadAllText(path).ReplaceLineEndings("\n") == page,
            "docs/rules.md does not show the rule tables as they are: run this test with ALPHAKIT_WRITE_DOCS=1 to write it anew.");
    }
}
