using AlphaKit.TestSupport;

namespace AlphaKit.Parquet.Tests.Interop;

/// <summary>
/// A fact that needs Node.js and the npm packages hyparquet and hyparquet-compressors, in a folder that the environment variable
/// <c>AK_NODE_MODULES</c> names or in <c>node_modules</c> of the repository; skipped, saying so, where they are absent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HyparquetFactAttribute : FactAttribute
{
    public HyparquetFactAttribute()
    {
        if (Node is null) Skip = "node is not on the path: this check runs where it is.";
        else if (!Directory.Exists(Path.Combine(Modules, "hyparquet")) || !Directory.Exists(Path.Combine(Modules, "hyparquet-compressors")))
            Skip = $"hyparquet and hyparquet-compressors are not in {Modules}: npm i hyparquet hyparquet-compressors, and name the folder in AK_NODE_MODULES.";
    }

    public static string Modules { get; } = Environment.GetEnvironmentVariable("AK_NODE_MODULES") is { Length: > 0 } folder ? folder : Path.Combine(SharedData.RepositoryRoot, "node_modules");

    public static string? Node { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "node"), Path.Combine(folder, "node.exe") }).FirstOrDefault(File.Exists);
}
