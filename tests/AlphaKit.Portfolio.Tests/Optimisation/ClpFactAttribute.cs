namespace AlphaKit.Portfolio.Tests;

/// <summary>A fact that needs the program clp; skipped, saying so, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClpFactAttribute : FactAttribute
{
    public ClpFactAttribute()
    {
        if (ClpReference.Program is null) Skip = "clp is not here: ./eng/peers.sh installs it (Debian package coinor-clp).";
    }
}
