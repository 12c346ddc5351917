namespace AlphaKit.Torch.Tests;

/// <summary>A theory that needs libtorch, and PyTorch of the system's Python where asked; skipped, saying so, where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TorchTheoryAttribute : TheoryAttribute
{
    public TorchTheoryAttribute(bool python = false)
    {
        if (!torch.is_available()) Skip = "libtorch is not here: this check runs where libtorch-dev is installed.";
        else if (python && !PythonTorch.IsHere) Skip = PythonTorch.Missing;
    }
}
