namespace AlphaKit.Torch;

/// <content>Gradients.</content>
public partial class Tensor
{
    /// <summary>True when gradients are wanted for it; can be set on leaves only.</summary>
    public bool requires_grad
    {
        get
        {
            bool wanted = Native.ak_requires_grad(Handle) != 0;
            GC.KeepAlive(this);
            return wanted;
        }

        set
        {
            int code = Native.ak_set_requires_grad(Handle, value ? 1 : 0);
            GC.KeepAlive(this);
            Native.Check(code, "requires_grad");
        }
    }

    /// <summary>True for what was made by hand, not by a recorded operation.</summary>
    public bool is_leaf
    {
        get
        {
            bool leaf = Native.ak_is_leaf(Handle) != 0;
            GC.KeepAlive(this);
            return leaf;
        }
    }

    /// <summary>The gradient that <see cref="backward"/> has summed up, or null. Each read makes a new handle to the same memory.</summary>
    public Tensor? grad
    {
        get
        {
            nint g = Native.ak_grad(Handle);
            GC.KeepAlive(this);
            return g == 0 ? null : new Tensor(g);
        }

        set
        {
            int code = Native.ak_set_grad(Handle, value?.Handle ?? 0);
            GC.KeepAlive(this);
            GC.KeepAlive(value);
            Native.Check(code, "grad");
        }
    }

    /// <summary>Asks for gradients, or no longer.</summary>
    /// <returns>This tensor.</returns>
    public Tensor requires_grad_(bool requires_grad = true)
    {
        this.requires_grad = requires_grad;
        return this;
    }

    /// <summary>Adds the gradient of this tensor to the <see cref="grad"/> of every leaf that it was computed from.</summary>
    /// <param name="grad">Weight of each element; needed where there is more than one.</param>
    /// <param name="create_graph">Record the computation of the gradients, for gradients of gradients.</param>
    /// <param name="retain_graph">Keep what the computation needs, for another call; null as <paramref name="create_graph"/>.</param>
    /// <exception cref="TorchOperatorException">Nothing to differentiate, more than one element without weights, or a second call without the graph.</exception>
    public unsafe void backward(Tensor? grad = null, bool create_graph = false, bool? retain_graph = null)
    {
        nint h = Handle, g = grad?.Handle ?? 0;
        int code = Native.ak_backward(&h, 1, grad is null ? null : &g, retain_graph ?? create_graph ? 1 : 0, create_graph ? 1 : 0);
        GC.KeepAlive(this);
        GC.KeepAlive(grad);
        if (code != 0) throw Native.Failure(code, "backward", Describe(this) + (grad is null ? "" : ", " + Describe(grad)));
    }

    // Takes over the memory of another tensor, in place of its own: how parameters move to a device without becoming other objects.
    internal void SetData(Tensor other)
    {
        int code = Native.ak_set_data(Handle, other.Handle);
        GC.KeepAlive(this);
        GC.KeepAlive(other);
        Native.Check(code, "set_data");
    }
}
