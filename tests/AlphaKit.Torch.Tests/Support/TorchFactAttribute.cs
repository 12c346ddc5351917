namespace AlphaKit.Torch.Tests;

/// <summary>A fact that needs libtorch; skipped, saying so, where it cannot be loaded.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TorchFactAttribute : FactAttribute
{
    public TorchFactAttribute()
    {
        if (!torch.is_available()) Skip = "libtorch is not here: this check runs where libtorch-dev is installed.";
    }
}
