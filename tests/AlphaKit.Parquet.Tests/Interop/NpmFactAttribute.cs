namespace AlphaKit.Parquet.Tests.Interop;

/// <summary>A fact that needs Node.js and npm packages; skipped, saying so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute(params string[] packages)
    {
        string[] missing = [.. packages.Where(package => !Directory.Exists(Path.Combine(Npm.Modules, package)))];
        if (Npm.Node is null) Skip = "The command node is not here: this check runs where it is.";
        else if (missing.Length > 0) Skip = $"{string.Join(", ", missing)} is not here: ./eng/peers.sh installs it into {Npm.Modules}.";
    }
}
