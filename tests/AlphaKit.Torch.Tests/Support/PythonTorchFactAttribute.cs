namespace AlphaKit.Torch.Tests;

/// <summary>A fact that compares with PyTorch; skipped, saying so, where libtorch or the system's Python with torch is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonTorchFactAttribute : FactAttribute
{
    public PythonTorchFactAttribute()
    {
        if (!torch.is_available()) Skip = "libtorch is not here: this check runs where libtorch-dev is installed.";
        else if (!PythonTorch.IsHere) Skip = PythonTorch.Missing;
    }
}
