using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AlphaKit.Architecture.Tests.Conventions;

public sealed partial class FileTests
{
    private const int MaximumLines = 500;
    private const int MaximumProjectLines = 30;

    private static readonly string[] BinaryEndings = [".png", ".gz", ".parquet", ".jpg", ".ico", ".snupkg", ".nupkg", ".xlsx", ".zip", ".pdf"];

    // Written in pieces so that this file does not hold what it forbids.
    private static readonly (Regex Pattern, string Why)[] Forbidden =
    [
        (new Regex(@"\b(TO" + "DO|FIX" + @"ME)\b"), "finish it or leave it out"),
        (new Regex("NotImplemented" + "Exception"), "no stubs"),
        (new Regex(@"(?<![\w.$}\])*])/(wo" + "rk|ro" + "ot|ho" + @"me|Users)/"), "an absolute path of somebody's machine"),
        (new Regex("""https?://[^ "]*/v3/index""" + @"\.json"), "package sources come from the machine's own configuration"),
    ];

    [Fact]
    public void No_source_file_is_longer_than_five_hundred_lines() =>
        Repository.None(
            from file in Repository.SourceFiles
            let lines = Repository.Read(file).AsSpan().Count('\n')
            where lines > MaximumLines
            select $"{file}: {lines} lines",
            "Split by concept:");

    [Fact]
    public void A_source_file_holds_one_public_type_and_bears_its_name()
    {
        List<string> findings = [];
        foreach (string file in Repository.SourceFiles)
        {
            string[] names = [.. PublicType().Matches(Repository.Read(file)).Select(m => m.Groups["name"].Value).Distinct()];
            string expected = Path.GetFileName(file).Split('.')[0];
            if (names.Length > 1) findings.Add($"{file}: {string.Join(", ", names)}");
            else if (names.Length == 1 && names[0] != expected) findings.Add($"{file}: holds {names[0]}");
        }

        Repository.None(findings, "One public type per file, the file named after it (parts as Type.Part.cs):");
    }

    [Fact]
    public void Documentation_tags_are_not_empty() =>
        Repository.None(
            from file in Repository.SourceFiles
            let match = EmptyTag().Match(Repository.Read(file))
            where match.Success
            select $"{file}: {match.Value}",
            "Say it or leave the tag out:");

    [Fact]
    public void Project_files_are_short_and_name_no_versions()
    {
        List<string> findings = [];
        foreach (string project in new[] { "src", "tests", "samples", "benchmarks" }.SelectMany(Repository.Projects))
        {
            string name = Path.GetRelativePath(Repository.Root, project);
            int lines = File.ReadAllLines(project).Length;
            if (lines > MaximumProjectLines) findings.Add($"{name}: {lines} lines, {MaximumProjectLines} at most");
            XDocument xml = Repository.Xml(project);
            if (xml.Descendants().Any(e => e.Attribute("Version") is not null || e.Attribute("VersionOverride") is not null || e.Name.LocalName.Contains("Version", StringComparison.Ordinal)))
                findings.Add($"{name}: versions belong into Directory.Packages.props or Directory.Build.props");
            if (xml.Descendants("ProjectType").Count() != 1) findings.Add($"{name}: needs exactly one ProjectType");
        }

        Repository.None(findings, "Project files:");
    }

    [Fact]
    public void Tracked_text_holds_no_forbidden_words()
    {
        List<string> findings = [];
        foreach (string file in Repository.TrackedFiles().Where(f => !BinaryEndings.Any(e => f.EndsWith(e, StringComparison.OrdinalIgnoreCase)) && !Exemptions.Words.ContainsKey(f)))
        {
            string[] lines = Repository.Read(file).Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                foreach ((Regex pattern, string why) in Forbidden)
                {
                    if (pattern.IsMatch(lines[i])) findings.Add($"{file}:{i + 1}: {lines[i].Trim()} ({why})");
                }
            }
        }

        Repository.None(findings, "Forbidden words:");
    }

    [GeneratedRegex(@"^public\s+(?:(?:static|sealed|abstract|readonly|partial|ref|unsafe)\s+)*(?:class|struct|interface|enum|record(?:\s+struct|\s+class)?|delegate\s+\S+)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"<(param|typeparam|exception)\s[^>]*>\s*</\1>|<(summary|returns|value|remarks)>[\s/]*</\2>")]
    private static partial Regex EmptyTag();
}
