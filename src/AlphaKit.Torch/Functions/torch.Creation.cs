using System.Runtime.InteropServices;

namespace AlphaKit.Torch;

/// <content>Tensors from nothing, from numbers, from chance.</content>
public static unsafe partial class torch
{
    /// <summary>A tensor from numbers, copied.</summary>
    /// <param name="rawArray">The elements, row-major.</param>
    /// <param name="dimensions">The shape; one dimension where null.</param>
    /// <param name="device">Where; the processor where null.</param>
    /// <param name="requires_grad">Gradients are wanted.</param>
    /// <exception cref="ArgumentException">The shape has another number of elements.</exception>
    public static Tensor tensor<T>(ReadOnlySpan<T> rawArray, long[]? dimensions = null, Device? device = null, bool requires_grad = false)
        where T : unmanaged
    {
        dimensions ??= [rawArray.Length];
        CheckCount(rawArray.Length, dimensions);
        Tensor t = Aten.empty.Call(dimensions, TypeOf<T>());
        rawArray.CopyTo(t.data<T>());
        if (device is { type: not DeviceType.CPU })
        {
            using Tensor here = t;
            t = here.to(device);
        }

        if (requires_grad) t.requires_grad = true;
        return t;
    }

    /// <inheritdoc cref="tensor{T}(ReadOnlySpan{T}, long[], Device, bool)"/>
    public static Tensor tensor(float[] rawArray, long[]? dimensions = null, Device? device = null, bool requires_grad = false) => tensor<float>(rawArray.AsSpan(), dimensions, device, requires_grad);

    /// <inheritdoc cref="tensor{T}(ReadOnlySpan{T}, long[], Device, bool)"/>
    public static Tensor tensor(double[] rawArray, long[]? dimensions = null, Device? device = null, bool requires_grad = false) => tensor<double>(rawArray.AsSpan(), dimensions, device, requires_grad);

    /// <inheritdoc cref="tensor{T}(ReadOnlySpan{T}, long[], Device, bool)"/>
    public static Tensor tensor(long[] rawArray, long[]? dimensions = null, Device? device = null) => tensor<long>(rawArray.AsSpan(), dimensions, device);

    /// <inheritdoc cref="tensor{T}(ReadOnlySpan{T}, long[], Device, bool)"/>
    public static Tensor tensor(bool[] rawArray, long[]? dimensions = null, Device? device = null) => tensor<bool>(rawArray.AsSpan(), dimensions, device);

    /// <summary>A tensor of one number without dimensions.</summary>
    public static Tensor tensor(double scalar, ScalarType dtype = ScalarType.Float32, Device? device = null) => Aten.full.Call(Array.Empty<long>(), scalar, dtype, AtenArgument.None, device);

    /// <summary>A tensor over the memory of an array, which is pinned until libtorch lets go of it: nothing is copied, and writing to one writes to both.</summary>
    /// <param name="rawArray">The elements, row-major.</param>
    /// <param name="dimensions">The shape; one dimension where none is given.</param>
    public static Tensor from_array<T>(T[] rawArray, params long[] dimensions)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        ArgumentNullException.ThrowIfNull(dimensions);
        ScalarType type = TypeOf<T>();
        if (dimensions.Length == 0) dimensions = [rawArray.Length];
        CheckCount(rawArray.Length, dimensions);
        GCHandle pin = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        nint h;
        int code;
        fixed (long* s = dimensions) code = Native.ak_from_blob((void*)pin.AddrOfPinnedObject(), s, dimensions.Length, (int)type, &Free, GCHandle.ToIntPtr(pin), &h);
        if (code == 0) return new Tensor(h);
        pin.Free();
        throw Native.Failure(code, "from_array", $"{type}[{string.Join(',', dimensions)}]");
    }

    /// <summary>Memory as it is; fill it before use.</summary>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null) => Aten.empty.Call(size, dtype, AtenArgument.None, device);

    /// <inheritdoc cref="empty(long[], ScalarType?, Device)"/>
    public static Tensor empty(params long[] size) => Aten.empty.Call(size);

    /// <summary>All 0.</summary>
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Wanting(Aten.zeros.Call(size, dtype, AtenArgument.None, device), requires_grad);

    /// <summary>All 0.</summary>
    public static Tensor zeros(params long[] size) => Aten.zeros.Call(size);

    /// <summary>All 1.</summary>
    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Wanting(Aten.ones.Call(size, dtype, AtenArgument.None, device), requires_grad);

    /// <summary>All 1.</summary>
    public static Tensor ones(params long[] size) => Aten.ones.Call(size);

    /// <summary>All one number.</summary>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null) => Aten.full.Call(size, value, dtype, AtenArgument.None, device);

    /// <summary>Uniform draws from [0, 1).</summary>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Wanting(Aten.rand.Call(size, dtype, AtenArgument.None, device), requires_grad);

    /// <summary>Uniform draws from [0, 1).</summary>
    public static Tensor rand(params long[] size) => Aten.rand.Call(size);

    /// <summary>Standard normal draws.</summary>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Wanting(Aten.randn.Call(size, dtype, AtenArgument.None, device), requires_grad);

    /// <summary>Standard normal draws.</summary>
    public static Tensor randn(params long[] size) => Aten.randn.Call(size);

    /// <summary>Integers from low (included) to high (excluded).</summary>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null) => Aten.randint.Call(low, high, size, dtype, AtenArgument.None, device);

    /// <summary>The integers below n in random order.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null) => Aten.randperm.Call(n, dtype, AtenArgument.None, device);

    /// <summary>Integers from start (included) to stop (excluded).</summary>
    public static Tensor arange(long start, long stop, long step = 1, ScalarType? dtype = null, Device? device = null) => Aten.arange.Call(start, stop, step, dtype, AtenArgument.None, device);

    /// <summary>Integers from 0 to stop (excluded).</summary>
    public static Tensor arange(long stop, ScalarType? dtype = null, Device? device = null) => Aten.arange.Call(0, stop, 1, dtype, AtenArgument.None, device);

    /// <summary>Evenly spaced numbers, both ends included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null) => Aten.linspace.Call(start, end, steps, dtype, AtenArgument.None, device);

    /// <summary>The unit matrix.</summary>
    public static Tensor eye(long rows, ScalarType? dtype = null, Device? device = null) => Aten.eye.Call(rows, dtype, AtenArgument.None, device);

    /// <summary>All 0, in the shape, type and place of another.</summary>
    public static Tensor zeros_like(Tensor input) => Aten.zeros_like.Call(input);

    /// <summary>All 1, in the shape, type and place of another.</summary>
    public static Tensor ones_like(Tensor input) => Aten.ones_like.Call(input);

    /// <summary>Memory as it is, in the shape, type and place of another.</summary>
    public static Tensor empty_like(Tensor input) => Aten.empty_like.Call(input);

    /// <summary>All one number, in the shape, type and place of another.</summary>
    public static Tensor full_like(Tensor input, Scalar value) => Aten.full_like.Call(input, value);

    /// <summary>Uniform draws from [0, 1), in the shape, type and place of another.</summary>
    public static Tensor rand_like(Tensor input) => Aten.rand_like.Call(input);

    /// <summary>Standard normal draws, in the shape, type and place of another.</summary>
    public static Tensor randn_like(Tensor input) => Aten.randn_like.Call(input);

    /// <summary>1 with the probability that each element gives, else 0.</summary>
    public static Tensor bernoulli(Tensor input) => Aten.bernoulli.Call(input);

    /// <summary>Positions drawn with the weights that each row gives.</summary>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false) => Aten.multinomial.Call(input, num_samples, replacement);

    [UnmanagedCallersOnly]
    private static void Free(nint handle) => GCHandle.FromIntPtr(handle).Free();

    private static Tensor Wanting(Tensor t, bool requires_grad)
    {
        if (requires_grad) t.requires_grad = true;
        return t;
    }

    private static void CheckCount(long length, long[] dimensions)
    {
        long product = 1;
        foreach (long d in dimensions)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(d, nameof(dimensions));
            product = checked(product * d);
        }

        if (product != length) throw new ArgumentException($"The shape [{string.Join(',', dimensions)}] has {product} elements, {length} were given.", nameof(dimensions));
    }
}
