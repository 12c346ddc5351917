namespace AlphaKit.TestSupport;

/// <summary>A fact that needs a file or folder of the shared real data; skipped, saying so, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string relativePath)
    {
        if (SharedData.PathOf(relativePath) is null) Skip = $"../shared/data/{relativePath} is not here: this check runs where the real data is.";
    }
}
