using System.Runtime.InteropServices;

namespace AlphaKit.Torch;

/// <summary>One tensor of a safetensors file: name, type, shape and bytes, without libtorch.</summary>
public sealed class SafetensorsEntry
{
    internal SafetensorsEntry(string name, ScalarType type, long[] shape, byte[] data)
    {
        Name = name;
        Type = type;
        Shape = shape;
        Data = data;
    }

    /// <summary>Name in the file.</summary>
    public string Name { get; }

    /// <summary>Type of the numbers.</summary>
    public ScalarType Type { get; }

    /// <summary>Length of each dimension.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The elements, row-major, little-endian.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>The elements as floats; for files of F32, F64, F16 and BF16.</summary>
    /// <exception cref="InvalidOperationException">The elements are integers or bools.</exception>
    public float[] ToSingles() => Type switch
    {
        ScalarType.Float32 => MemoryMarshal.Cast<byte, float>(Data.Span).ToArray(),
        ScalarType.Float64 => Each<double>(v => (float)v),
        ScalarType.Float16 => Each<Half>(v => (float)v),
        ScalarType.BFloat16 => Each<ushort>(v => BitConverter.Int32BitsToSingle(v << 16)),
        _ => throw new InvalidOperationException($"'{Name}' holds {Type}, not floating-point numbers."),
    };

    /// <summary>A tensor of libtorch with these elements, on the processor.</summary>
    /// <exception cref="TorchLibraryException">libtorch cannot be loaded.</exception>
    public unsafe Tensor ToTensor()
    {
        Tensor t = torch.empty([.. Shape], Type);
        if (Data.Length > 0) Data.Span.CopyTo(new Span<byte>(t.DataPointer(), Data.Length));
        return t;
    }

    /// <summary>Name, type and shape.</summary>
    public override string ToString() => $"{Name} {Type}[{string.Join(',', Shape)}]";

    private float[] Each<T>(Func<T, float> convert)
        where T : unmanaged
    {
        ReadOnlySpan<T> values = MemoryMarshal.Cast<byte, T>(Data.Span);
        float[] result = new float[values.Length];
        for (int i = 0; i < result.Length; i++) result[i] = convert(values[i]);
        return result;
    }
}
