using System.Runtime.InteropServices;

namespace AlphaKit.Torch;

/// <summary>PyTorch's module <c>torch</c>: creation of tensors, functions of several tensors, autograd, seeds, devices, threads.</summary>
public static partial class torch
{
    /// <summary>The processor.</summary>
    public static Device CPU { get; } = new(DeviceType.CPU);

    /// <summary>The current CUDA card.</summary>
    public static Device CUDA { get; } = new(DeviceType.CUDA);

    /// <summary>Single precision.</summary>
    public static ScalarType float32 => ScalarType.Float32;

    /// <summary>Double precision.</summary>
    public static ScalarType float64 => ScalarType.Float64;

    /// <summary>64-bit integers.</summary>
    public static ScalarType int64 => ScalarType.Int64;

    /// <summary>32-bit integers.</summary>
    public static ScalarType int32 => ScalarType.Int32;

    /// <summary>True or false.</summary>
    public static ScalarType @bool => ScalarType.Bool;

    /// <summary>The version of libtorch, such as <c>1.13.0</c>.</summary>
    /// <exception cref="TorchLibraryException">libtorch cannot be loaded.</exception>
    public static string __version__ => Marshal.PtrToStringUTF8(Native.ak_version()) ?? "";

    /// <summary>True when libtorch can be loaded; everything else in this class throws <see cref="TorchLibraryException"/> where it cannot.</summary>
    public static bool is_available() => TryInitialize(out _);

    /// <summary>Loads libtorch, or says why it cannot be.</summary>
    /// <param name="reason">What is missing and what to do; null when it was loaded.</param>
    public static bool TryInitialize(out TorchLibraryException? reason)
    {
        reason = null;
        try
        {
            return Native.ak_abi() > 0;
        }
        catch (TorchLibraryException missing)
        {
            reason = missing;
            return false;
        }
    }

    /// <summary>A device by PyTorch's name: <c>cpu</c>, <c>cuda</c>, <c>cuda:N</c>.</summary>
    public static Device device(string description) => new(description);

    /// <summary>Opens a scope: tensors made on this thread until it is disposed die with it.</summary>
    public static DisposeScope NewDisposeScope() => new();

    /// <summary>Seeds the generators of all devices: equal seeds give equal draws, and the same as in PyTorch on the processor.</summary>
    public static void manual_seed(long seed) => Native.Check(Native.ak_manual_seed((ulong)seed), "manual_seed");

    /// <summary>
    /// How many threads one operation may use. OpenBLAS with threads of its own is held to one, because its waiting threads would take the
    /// processor away from libtorch's.
    /// </summary>
    /// <param name="num">1 or more.</param>
    public static void set_num_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        Native.Check(Native.ak_set_num_threads(num), "set_num_threads");
    }

    /// <summary>How many threads one operation may use.</summary>
    public static int get_num_threads() => Native.ak_get_num_threads();

    /// <summary>Demands operators whose result is the same in every run; one that has none throws.</summary>
    public static void use_deterministic_algorithms(bool mode) => Native.Check(Native.ak_deterministic(mode ? 1 : 0), "use_deterministic_algorithms");

    /// <summary>The state of the processor's generator, to be restored by <see cref="set_rng_state"/>.</summary>
    public static unsafe Tensor get_rng_state()
    {
        nint state;
        Native.Check(Native.ak_rng_get(0, -1, &state), "get_rng_state");
        return new Tensor(state);
    }

    /// <summary>Restores the state of the processor's generator.</summary>
    /// <param name="new_state">From <see cref="get_rng_state"/>.</param>
    public static void set_rng_state(Tensor new_state)
    {
        ArgumentNullException.ThrowIfNull(new_state);
        int code = Native.ak_rng_set(0, -1, new_state.Handle);
        GC.KeepAlive(new_state);
        Native.Check(code, "set_rng_state");
    }

    internal static ScalarType TypeOf<T>() =>
        typeof(T) == typeof(float) ? ScalarType.Float32 : typeof(T) == typeof(double) ? ScalarType.Float64 : typeof(T) == typeof(long) ? ScalarType.Int64
        : typeof(T) == typeof(int) ? ScalarType.Int32 : typeof(T) == typeof(bool) ? ScalarType.Bool : typeof(T) == typeof(byte) ? ScalarType.Byte
        : typeof(T) == typeof(sbyte) ? ScalarType.Int8 : typeof(T) == typeof(short) ? ScalarType.Int16 : typeof(T) == typeof(Half) ? ScalarType.Float16
        : throw new NotSupportedException($"{typeof(T).Name} is no type of tensor elements.");
}
