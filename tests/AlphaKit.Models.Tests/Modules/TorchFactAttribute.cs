namespace AlphaKit.Models.Tests;

/// <summary>A fact that needs libtorch; skipped, saying so, where it cannot be loaded.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TorchFactAttribute : FactAttribute
{
    public TorchFactAttribute()
    {
        if (!AlphaKit.Torch.torch.is_available()) Skip = "libtorch is not here: this check runs where libtorch-dev is installed.";
    }
}
