using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;
using AlphaKit.TestSupport;

namespace AlphaKit.Architecture.Tests;

/// <summary>What the checks look at: projects, tracked files, compiled packages.</summary>
internal static class Repository
{
    public static string Root { get; } = SharedData.RepositoryRoot;

    /// <summary>Project files below a folder of the repository, ordered.</summary>
    public static IReadOnlyList<string> Projects(string folder)
    {
        string path = Path.Combine(Root, folder);
        return Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>Names of the packages: the projects under src.</summary>
    public static IReadOnlyList<string> Packages { get; } = [.. Projects("src").Select(p => Path.GetFileNameWithoutExtension(p))];

    /// <summary>The compiled packages.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Packages.Select(p => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, p + ".dll")))];

    /// <summary>Every type of the packages that a person wrote.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. Assemblies.SelectMany(a => a.GetTypes()).Where(t => !IsGenerated(t)).OrderBy(t => t.FullName, StringComparer.Ordinal)];

    public static IReadOnlyList<Type> PublicTypes { get; } = [.. Types.Where(t => t.IsVisible)];

    /// <summary>C# files under src, relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> SourceFiles { get; } =
        [.. TrackedFiles().Where(f => f.StartsWith("src/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal))];

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    public static XDocument Xml(string path) => XDocument.Load(path);

    /// <summary>Files that git tracks or would track, relative to the root, ordered; deleted ones are left out.</summary>
    public static IReadOnlyList<string> TrackedFiles()
    {
        ProcessStartInfo start = new("git", ["-c", "core.quotepath=off", "ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using Process git = Process.Start(start) ?? throw new InvalidOperationException("git could not be started.");
        string listing = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, "git ls-files failed: these checks need a git checkout.");
        string[] files = [.. listing.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Path.Combine(Root, f))).Distinct().Order(StringComparer.Ordinal)];
        Assert.NotEmpty(files);
        return files;
    }

    /// <summary>Fails with one line per finding.</summary>
    public static void None(IEnumerable<string> findings, string rule)
    {
        string[] all = [.. findings.Order(StringComparer.Ordinal)];
        Assert.True(all.Length == 0, $"{rule} {all.Length} finding(s):\n  {string.Join("\n  ", all)}");
    }

    public static bool IsGenerated(Type type)
    {
        for (Type? t = type; t is not null; t = t.DeclaringType)
        {
            if (t.Name.StartsWith('<') || t.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute), false)) return true;
            if (t.Namespace is "Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices") return true;
        }

        return false;
    }

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null);
}
