using System.Runtime.CompilerServices;

namespace AlphaKit.Models;

/// <summary>Floats that the garbage collector does not move, on a 64-byte boundary, all 0 at first.</summary>
internal sealed unsafe class AlignedBuffer
{
    private const int Alignment = 64;

    private readonly float[] _array;

    public AlignedBuffer(long length)
    {
        _array = GC.AllocateArray<float>(checked((int)length) + (Alignment / sizeof(float)), pinned: true);
        nuint address = (nuint)Unsafe.AsPointer(ref _array[0]);
        Pointer = (float*)((address + Alignment - 1) / Alignment * Alignment);
        Length = (int)length;
    }

    public float* Pointer { get; }

    public int Length { get; }

    public Span<float> Span => new(Pointer, Length);

    public void Clear() => Span.Clear();
}
