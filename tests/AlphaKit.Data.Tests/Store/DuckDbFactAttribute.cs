using AlphaKit.TestSupport;

namespace AlphaKit.Data.Tests.Store;

/// <summary>
/// A fact that needs Node.js and the npm package of DuckDB, in the folder that the environment variable <c>AK_NODE_MODULES</c> names or in
/// <c>node_modules</c> of the repository; skipped, saying so, where they are absent.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DuckDbFactAttribute : FactAttribute
{
    public DuckDbFactAttribute()
    {
        if (Node is null) Skip = "The command node is not here: this check runs where it is.";
        else if (!Directory.Exists(Path.Combine(Modules, "@duckdb", "node-api"))) Skip = $"@duckdb/node-api is not here: ./eng/peers.sh installs it into {Modules}.";
    }

    public static string Modules { get; } = Environment.GetEnvironmentVariable("AK_NODE_MODULES") is { Length: > 0 } folder ? folder : Path.Combine(SharedData.RepositoryRoot, "node_modules");

    public static string? Node { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "node"), Path.Combine(folder, "node.exe") }).FirstOrDefault(File.Exists);
}
