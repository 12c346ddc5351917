using AlphaKit.TestSupport;

namespace AlphaKit.Parquet.Tests.Interop;

/// <summary>
/// Where Node.js and the npm packages of other readers are: in the folder that the environment variable <c>AK_NODE_MODULES</c> names, or in
/// <c>node_modules</c> of the repository, where <c>eng/peers.sh</c> puts them.
/// </summary>
internal static class Npm
{
    public static string Modules { get; } = Environment.GetEnvironmentVariable("AK_NODE_MODULES") is { Length: > 0 } folder ? folder : Path.Combine(SharedData.RepositoryRoot, "node_modules");

    public static string? Node { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "node"), Path.Combine(folder, "node.exe") }).FirstOrDefault(File.Exists);
}
