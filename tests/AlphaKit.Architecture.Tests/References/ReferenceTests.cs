using System.Xml.Linq;

namespace AlphaKit.Architecture.Tests.References;

public sealed class ReferenceTests
{
    private static readonly ReferenceTable Table = ReferenceTable.Read();

    [Fact]
    public void Every_package_stands_in_the_reference_table() =>
        Repository.None(Repository.Packages.Where(p => Table.AllowedTo(p) is null), $"Add a row to {ReferenceTable.Document}:");

    [Fact]
    public void A_package_references_only_rows_above_its_own()
    {
        HashSet<string> above = [];
        List<string> findings = [];
        foreach ((string package, IReadOnlySet<string> allowed) in Table.Rows)
        {
            findings.AddRange(allowed.Where(a => !above.Contains(a)).Select(a => $"{package} → {a}: not a row above"));
            if (!above.Add(package)) findings.Add($"{package} stands twice in the table");
        }

        Repository.None(findings, "The table lists packages from the ground floor up:");
    }

    [Fact]
    public void Project_files_reference_only_what_the_table_allows()
    {
        List<string> findings = [];
        foreach (string project in Repository.Projects("src"))
        {
            string package = Path.GetFileNameWithoutExtension(project);
            foreach (XElement reference in Repository.Xml(project).Descendants("ProjectReference"))
            {
                string target = Path.GetFileNameWithoutExtension((string?)reference.Attribute("Include") ?? "");
                if (Table.AllowedTo(package)?.Contains(target) != true) findings.Add($"{package} → {target}");
            }
        }

        Repository.None(findings, "References that docs/architecture.md does not allow:");
    }

    [Fact]
    public void Compiled_packages_reference_only_what_the_table_allows()
    {
        List<string> findings = [];
        foreach (System.Reflection.Assembly assembly in Repository.Assemblies)
        {
            string package = assembly.GetName().Name!;
            foreach (System.Reflection.AssemblyName reference in assembly.GetReferencedAssemblies())
            {
                if (reference.Name!.StartsWith("AlphaKit", StringComparison.Ordinal) && Table.AllowedTo(package)?.Contains(reference.Name) != true)
                    findings.Add($"{package} → {reference.Name}");
            }
        }

        Repository.None(findings, "Assembly references that docs/architecture.md does not allow:");
    }

    [Fact]
    public void Every_project_is_part_of_the_solution()
    {
        string solution = Repository.Read("AlphaKit.sln").Replace('\\', '/');
        IEnumerable<string> missing = new[] { "src", "tests", "samples", "benchmarks" }
            .SelectMany(Repository.Projects)
            .Select(p => Path.GetRelativePath(Repository.Root, p).Replace('\\', '/'))
            .Where(p => !solution.Contains($"\"{p}\"", StringComparison.Ordinal));
        Repository.None(missing, "Add to AlphaKit.sln (dotnet sln add PROJECT):");
    }

    [Fact]
    public void Every_package_of_others_is_explained_in_the_dependencies_document()
    {
        string document = Repository.Read("docs/dependencies.md");
        IEnumerable<string> missing = Repository.Xml(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(p => (string)p.Attribute("Include")!)
            .Where(p => !document.Contains($"`{p}`", StringComparison.Ordinal));
        Repository.None(missing, "Explain in docs/dependencies.md, as `Package.Name`:");
    }
}
