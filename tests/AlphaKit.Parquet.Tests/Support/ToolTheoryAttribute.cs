namespace AlphaKit.Parquet.Tests.Support;

/// <summary>A theory that drives a program of the machine; skipped, saying so, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(string path)
    {
        if (!File.Exists(path)) Skip = $"{path} is not installed: this check runs where it is.";
    }
}
