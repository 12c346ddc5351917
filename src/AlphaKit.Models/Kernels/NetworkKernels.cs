using System.Runtime.Intrinsics;

namespace AlphaKit.Models;

/// <summary>
/// What networks in C# are made of, at one vector width: products with packed matrices and elementwise functions. Every output is one chain of
/// operations in a fixed order, so the bits depend neither on the width nor on how samples are cut into tiles.
/// </summary>
internal abstract unsafe class NetworkKernels
{
    /// <summary>Rows are padded to a multiple of this many floats.</summary>
    public abstract int Block { get; }

    public static NetworkKernels Create(VectorWidth width) => width switch
    {
        VectorWidth.Avx512 => new NetworkKernels<Lanes512, Vector512<float>>(),
        VectorWidth.Avx2 => new NetworkKernels<Lanes256, Vector256<float>>(),
        _ => new NetworkKernels<Lanes128, Vector128<float>>(),
    };

    /// <summary>The length rounded up to whole blocks.</summary>
    public int Padded(int length) => (length + Block - 1) / Block * Block;

    /// <summary>C[m × n] += A[m × k] · B, B packed in panels of <see cref="Block"/> columns one after the other, n a multiple of it.</summary>
    public abstract void Add(float* c, nint cRow, float* a, nint aRow, float* panels, int m, int n, int k);

    /// <summary>x ← eˣ for arguments within ± 43, beyond which the value at the limit counts; length a multiple of <see cref="Block"/>.</summary>
    public abstract void Exp(float* x, int length);

    /// <summary>x ← tanh x.</summary>
    public abstract void Tanh(float* x, int length);

    /// <summary>x ← max(x, 0).</summary>
    public abstract void Relu(float* x, int length);

    /// <summary>x ← x · σ(x).</summary>
    public abstract void Swish(float* x, int length);

    /// <summary>x ← x · y.</summary>
    public abstract void Multiply(float* x, float* y, int length);
}
