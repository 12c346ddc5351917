using System.Reflection;

namespace AlphaKit.Architecture.Tests.Surface;

public sealed class SurfaceTests
{
    public static TheoryData<string> Packages => [.. Repository.Packages];

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_surface_is_the_approved_one(string package)
    {
        Assembly assembly = Repository.Assemblies.Single(a => a.GetName().Name == package);
        string actual = ApiText.Of(assembly);
        string path = Path.Combine(Repository.Root, "eng", "api", package + ".txt");
        if (Environment.GetEnvironmentVariable("AK_UPDATE_API") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"eng/api/{package}.txt is missing: run ./eng/api.sh and read what it writes.");
        string approved = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (approved == actual) return;
        Assert.Fail($"The public surface of {package} changed. If that is wanted, run ./eng/api.sh and commit the text.\n{Differences(approved, actual)}");
    }

    [Fact]
    public void Every_approved_surface_belongs_to_a_package() =>
        Repository.None(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, "eng", "api"), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Except(Repository.Packages),
            "eng/api holds the surface of packages that are gone:");

    /// <summary>Lines that went and came, each under the type that it belongs to.</summary>
    private static string Differences(string approved, string actual)
    {
        string[] before = WithOwner(approved), after = WithOwner(actual);
        IEnumerable<string> lines = before.Except(after).Select(l => "- " + l).Concat(after.Except(before).Select(l => "+ " + l));
        return string.Join('\n', lines.OrderBy(l => l[2..], StringComparer.Ordinal).Take(60));
    }

    private static string[] WithOwner(string text)
    {
        string owner = "";
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.StartsWith(' ') ? $"{owner} ▸ {line.Trim()}" : owner = line)];
    }
}
