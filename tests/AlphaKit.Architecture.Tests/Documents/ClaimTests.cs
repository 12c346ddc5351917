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
        string[] measured = [.. Repository.TrackedFiles()
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && (f.StartsWith("tests/", StringComparison.Ordinal) || f.StartsWith("benchmarks/", StringComparison.Ordinal)))
            .SelectMany(f => Measured().Matches(Repository.Read(f))).Select(m => m.Groups["name"].Value)];
        IEnumerable<string> findings = rows.GroupBy(r => r).Where(g => g.Count() > 1).Select(g => $"{g.Key}: stands twice in docs/claims.md")
            .Concat(rows.Except(measured).Select(r => $"{r}: nothing measures it"))
            .Concat(measured.Except(rows).Select(m => $"{m}: measured, but not a row of docs/claims.md"));
        Repository.None(findings, "Claims:");
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z0-9_]+)` \| (?:quick|slow) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?:\bClaim\.(?:AtLeast|AtMost|Between|Exactly)\(|new Ratio\()\s*""(?<name>[a-z0-9_]+)""")]
    private static partial Regex Measured();
}
