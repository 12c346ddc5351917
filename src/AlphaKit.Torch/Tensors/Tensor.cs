using System.Globalization;
using System.Runtime.CompilerServices;

namespace AlphaKit.Torch;

/// <summary>
/// An n-dimensional array of libtorch with its gradient. Freed by its scope (<see cref="torch.NewDisposeScope"/>), by <see cref="Dispose()"/>, or at
/// last by the garbage collector. Members bear the names of PyTorch and TorchSharp and mean the same. Not thread-safe for writing; reading from
/// several threads is safe.
/// </summary>
public partial class Tensor : IDisposable
{
    private static readonly TensorLedger Ledger = new();
    private const long WorthTelling = 4096;

    private nint _handle;
    private long _pressure;

    internal Tensor(nint handle)
    {
        if (handle == 0)
        {
            // What an operator leaves undefined, such as a gradient that was not asked for: as good as disposed.
            return;
        }

        _handle = handle;
        Ledger.Add();
        if (DisposeScope.Current is { } scope) scope.Add(this);
        else
        {
            // Outside every scope only the garbage collector frees it, so that has to know what it really costs.
            long bytes = Native.ak_storage_bytes(handle);
            if (bytes < WorthTelling) return;
            _pressure = bytes;
            GC.AddMemoryPressure(bytes);
        }
    }

    /// <summary>Frees what was never disposed.</summary>
    ~Tensor() => Release();

    /// <summary>How many tensors live now in this process, parameters included: constant from step to step where nothing leaks.</summary>
    public static long TotalCount => Ledger.Live;

    /// <summary>The native handle (a TensorImpl that this object owns a reference of); valid while the tensor lives.</summary>
    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    public nint Handle
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            nint handle = _handle;
            if (handle == 0) Gone();
            return handle;
        }
    }

    /// <summary>True after <see cref="Dispose()"/> or the end of its scope.</summary>
    public bool IsInvalid => _handle == 0;

    internal DisposeScope? Scope { get; set; }

    internal int ScopeSlot { get; set; }

    /// <summary>Type of the numbers.</summary>
    public ScalarType dtype
    {
        get
        {
            int type = Native.ak_dtype(Handle);
            GC.KeepAlive(this);
            return (ScalarType)type;
        }
    }

    /// <summary>Number of dimensions.</summary>
    public int ndim
    {
        get
        {
            int n = Native.ak_ndim(Handle);
            GC.KeepAlive(this);
            return n;
        }
    }

    /// <summary>Length of each dimension.</summary>
    public unsafe long[] shape
    {
        get
        {
            nint handle = Handle;
            long[] sizes = new ReadOnlySpan<long>(Native.ak_sizes(handle), Native.ak_ndim(handle)).ToArray();
            GC.KeepAlive(this);
            return sizes;
        }
    }

    /// <summary>Where it lives.</summary>
    public unsafe Device device
    {
        get
        {
            int type, index;
            Native.ak_device(Handle, &type, &index);
            GC.KeepAlive(this);
            return new Device((DeviceType)type, index);
        }
    }

    /// <summary>Kind of device it lives on.</summary>
    public unsafe DeviceType device_type
    {
        get
        {
            int type, index;
            Native.ak_device(Handle, &type, &index);
            GC.KeepAlive(this);
            return (DeviceType)type;
        }
    }

    /// <summary>Number of dimensions.</summary>
    public long dim() => ndim;

    /// <summary>Number of elements.</summary>
    public long numel()
    {
        long n = Native.ak_numel(Handle);
        GC.KeepAlive(this);
        return n;
    }

    /// <summary>Length of one dimension; negative numbers count from the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
    public unsafe long size(int dim)
    {
        int n = ndim, at = dim < 0 ? dim + n : dim;
        if (at < 0 || at >= n) throw new ArgumentOutOfRangeException(nameof(dim), dim, $"{this} has dimensions {-n} to {n - 1}.");
        long length = Native.ak_sizes(Handle)[at];
        GC.KeepAlive(this);
        return length;
    }

    /// <summary>Distance in elements between neighbours of each dimension.</summary>
    public unsafe long[] stride()
    {
        nint handle = Handle;
        long[] strides = new ReadOnlySpan<long>(Native.ak_strides(handle), Native.ak_ndim(handle)).ToArray();
        GC.KeepAlive(this);
        return strides;
    }

    /// <summary>True when the elements lie in row-major order without gaps.</summary>
    public bool is_contiguous()
    {
        bool yes = Native.ak_is_contiguous(Handle) != 0;
        GC.KeepAlive(this);
        return yes;
    }

    /// <summary>The elements themselves, row-major; valid while the tensor lives.</summary>
    /// <typeparam name="T">float, double, long, int, short, sbyte, byte, bool or Half, as <see cref="dtype"/> says.</typeparam>
    /// <exception cref="InvalidOperationException">Not contiguous, not on the processor, or of another type.</exception>
    public unsafe Span<T> data<T>()
        where T : unmanaged
    {
        if (torch.TypeOf<T>() != dtype) throw new InvalidOperationException($"data<{typeof(T).Name}>() of {this}: the elements are {dtype}.");
        if (!is_contiguous()) throw new InvalidOperationException($"data<{typeof(T).Name}>() of {this}: not contiguous; call contiguous() first.");
        if (device_type != DeviceType.CPU) throw new InvalidOperationException($"data<{typeof(T).Name}>() of {this}: call cpu() first.");
        return new Span<T>(DataPointer(), checked((int)numel()));
    }

    /// <summary>The only element, converted.</summary>
    /// <exception cref="InvalidOperationException">There is not exactly one element.</exception>
    public T item<T>()
        where T : unmanaged
    {
        if (numel() != 1) throw new InvalidOperationException($"item() of {this}: it needs exactly one element.");
        using Tensor typed = Aten.to_device.Call(this, torch.CPU, torch.TypeOf<T>());
        return typed.data<T>()[0];
    }

    /// <summary>The only element as float.</summary>
    public float ToSingle() => item<float>();

    /// <summary>The only element as double.</summary>
    public double ToDouble() => item<double>();

    /// <summary>The only element as long.</summary>
    public long ToInt64() => item<long>();

    /// <summary>The only element as bool.</summary>
    public bool ToBoolean() => item<bool>();

    /// <summary>Hands the tensor to the scope outside its own.</summary>
    /// <returns>The tensor.</returns>
    public Tensor MoveToOuterDisposeScope() => Scope?.MoveToOuter(this) ?? this;

    /// <summary>Takes the tensor out of its scope.</summary>
    /// <returns>The tensor.</returns>
    public Tensor DetachFromDisposeScope()
    {
        Scope?.Remove(this);
        return this;
    }

    /// <summary>Frees the tensor now. A second call does nothing.</summary>
    public void Dispose()
    {
        Scope?.Remove(this);
        Release();
        GC.SuppressFinalize(this);
    }

    /// <summary>Type, shape and device, such as <c>float32[2,3] cpu</c>.</summary>
    public override string ToString() => IsInvalid ? "disposed tensor" : $"{Describe(this)} {device}";

    /// <summary>Type and shape for messages, such as <c>float32[2,3]</c>.</summary>
    internal static string Describe(Tensor? tensor) =>
        tensor is null ? "None" : tensor.IsInvalid ? "disposed" : $"{tensor.dtype.ToString().ToLowerInvariant()}[{string.Join(',', tensor.shape.Select(s => s.ToString(CultureInfo.InvariantCulture)))}]";

    internal unsafe void* DataPointer()
    {
        void* p;
        int code = Native.ak_data_ptr(Handle, &p);
        GC.KeepAlive(this);
        Native.Check(code, "data_ptr");
        return p;
    }

    private static void Gone() => throw new ObjectDisposedException(nameof(Tensor), "The tensor was disposed, by hand or with its scope; MoveToOuterDisposeScope() keeps it beyond the scope.");

    private void Release()
    {
        nint handle = Interlocked.Exchange(ref _handle, 0);
        if (handle == 0) return;
        Native.ak_free(handle);
        Ledger.Remove();
        if (_pressure == 0) return;
        GC.RemoveMemoryPressure(_pressure);
        _pressure = 0;
    }
}
