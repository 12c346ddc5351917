namespace AlphaKit.Torch;

/// <summary>
/// Tensors made on this thread while a scope is the innermost one die with it, except those moved out. Made by
/// <see cref="torch.NewDisposeScope"/>. A scope belongs to its thread: it must not be held across <c>await</c>.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? s_current;

    private readonly DisposeScope? _outer = s_current;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private Tensor?[] _items = new Tensor?[32];
    private int _count;
    private bool _disposed;

    internal DisposeScope() => s_current = this;

    internal static DisposeScope? Current => s_current;

    /// <summary>How many tensors would die if the scope ended now.</summary>
    public int DisposablesCount
    {
        get
        {
            int live = 0;
            for (int i = 0; i < _count; i++) live += _items[i] is null ? 0 : 1;
            return live;
        }
    }

    /// <summary>Hands a tensor to the scope outside this one, or to no scope where there is none.</summary>
    /// <param name="tensor">A tensor of this scope; one of another scope or of none is left where it is.</param>
    /// <returns>The tensor.</returns>
    public Tensor MoveToOuter(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.Scope != this) return tensor;
        Remove(tensor);
        _outer?.Add(tensor);
        return tensor;
    }

    /// <summary>Takes a tensor out of this scope: only disposing it, or the garbage collector, frees it then.</summary>
    /// <param name="tensor">A tensor of this scope; one of another scope or of none is left where it is.</param>
    /// <returns>The tensor.</returns>
    public Tensor Detach(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.Scope == this ? tensor.DetachFromDisposeScope() : tensor;
    }

    /// <summary>Frees what is left, and makes the scope outside the current one again.</summary>
    /// <exception cref="InvalidOperationException">Another thread ends the scope (an <c>await</c> in between), or a scope inside it is still open.</exception>
    public void Dispose()
    {
        if (_disposed) return;
        if (_thread != Environment.CurrentManagedThreadId) throw new InvalidOperationException("A dispose scope must end on the thread that opened it: do not hold it across await.");
        if (s_current != this) throw new InvalidOperationException("A dispose scope inside this one is still open: scopes end in the reverse order of their opening.");
        _disposed = true;
        s_current = _outer;
        for (int i = _count - 1; i >= 0; i--)
        {
            if (_items[i] is not { } tensor) continue;
            tensor.Scope = null;
            tensor.Dispose();
        }

        _count = 0;
        _items = [];
    }

    internal void Add(Tensor tensor)
    {
        if (_count == _items.Length) Grow();
        tensor.ScopeSlot = _count;
        tensor.Scope = this;
        _items[_count++] = tensor;
    }

    internal void Remove(Tensor tensor)
    {
        _items[tensor.ScopeSlot] = null;
        tensor.Scope = null;
    }

    // Slots of tensors that were disposed early are closed before more room is taken.
    private void Grow()
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_items[i] is not { } tensor) continue;
            tensor.ScopeSlot = kept;
            _items[kept++] = tensor;
        }

        Array.Clear(_items, kept, _count - kept);
        _count = kept;
        if (_count > _items.Length / 2) Array.Resize(ref _items, _items.Length * 2);
    }
}
