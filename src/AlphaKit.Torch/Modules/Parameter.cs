namespace AlphaKit.Torch.Modules;

/// <summary>A tensor that is trained: a leaf with a gradient, outside every dispose scope.</summary>
public sealed class Parameter : Tensor
{
    /// <summary>Makes a parameter over the memory of a tensor.</summary>
    /// <param name="data">The first values; its own gradient is not carried over.</param>
    /// <param name="requires_grad">False freezes it.</param>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(Share(data))
    {
        DetachFromDisposeScope();
        this.requires_grad = requires_grad;
    }

    private static nint Share(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        using Tensor bare = data.detach();
        return Native.ak_retain(bare.Handle);
    }
}
