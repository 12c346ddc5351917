using System.Text.RegularExpressions;

namespace AlphaKit.Architecture.Tests.Documents;

/// <summary>Every figure that a document claims has a row in docs/claims.md and something that measures it.</summary>
public sealed partial class ClaimTests
{
    [Fact]
    public void Every_row_of_the_claims_table_is_measured_and_every_measurement_has_a_row()
    {
        string[] rows = [.. Row().Matches(Repository.Read("docs/claims.md")).Select(m => m.Groups["name"].Value)];
        Assert.NotEmpty(rows);
        string[] measured = [.. Names(".cs", Measured(), "tests/", "benchmarks/"), .. Names(".sh", Reported(), "eng/claims/")];
        IEnumerable<string> findings = rows.GroupBy(r => r).Where(g => g.Count() > 1).Select(g => $"{g.Key}: stands twice in docs/claims.md")
            .Concat(rows.Except(measured).Select(r => $"{r}: nothing measures it"))
            .Concat(measured.Except(rows).Select(m => $"{m}: measured, but not a row of docs/claims.md"));
        Repository.None(findings, "Claims:");
    }

    /// <summary>A claim is only run when its test carries its name as a trait, in the project that the row names.</summary>
    [Fact]
    public void Every_claim_measured_by_a_test_is_a_trait_in_the_project_of_its_row()
    {
        IEnumerable<string> findings = from row in Row().Matches(Repository.Read("docs/claims.md"))
            let project = row.Groups["project"].Value
            where project.Length > 0
            let name = row.Groups["name"].Value
            where !Names(".cs", Trait(), $"tests/{project}/").Contains(name)
            select $"{name}: no test in {project} carries [Trait(\"Claim\", \"{name}\")]";
        Repository.None(findings, "Claims:");
    }

    private static string[] Names(string extension, Regex pattern, params string[] folders) =>
    [
        .. Repository.TrackedFiles()
            .Where(f => f.EndsWith(extension, StringComparison.Ordinal) && folders.Any(d => f.StartsWith(d, StringComparison.Ordinal)))
            .SelectMany(f => pattern.Matches(Repository.Read(f))).Select(m => m.Groups["name"].Value),
    ];

    [GeneratedRegex(@"^\| `(?<name>[a-z0-9_]+)` \| (?:quick|slow) \| `[^`]*` \| `(?:test:(?<project>[^`]+)|[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?:\bClaim\.(?:AtLeast|AtMost|Between|Exactly)\(|new Ratio\(|new Measure\()\s*""(?<name>[a-z0-9_]+)""")]
    private static partial Regex Measured();

    [GeneratedRegex(@"\b(?:at_most|exactly) (?<name>[a-z0-9_]+) ")]
    private static partial Regex Reported();

    [GeneratedRegex(@"\[Trait\(""Claim"", ""(?<name>[a-z0-9_]+)""\)\]")]
    private static partial Regex Trait();
}
