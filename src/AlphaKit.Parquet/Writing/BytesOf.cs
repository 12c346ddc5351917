using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AlphaKit.Parquet;

/// <summary>Numbers in memory seen as their bytes, without a copy.</summary>
internal sealed class BytesOf<T>(ReadOnlyMemory<T> numbers) : MemoryManager<byte>
    where T : unmanaged
{
    private readonly Memory<T> _numbers = MemoryMarshal.AsMemory(numbers);

    public override Span<byte> GetSpan() => MemoryMarshal.AsBytes(_numbers.Span);

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        int size = Unsafe.SizeOf<T>();
        MemoryHandle handle = _numbers[(elementIndex / size)..].Pin();
        unsafe
        {
            return new MemoryHandle((byte*)handle.Pointer + (elementIndex % size), default, new Holder(handle));
        }
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }

    /// <summary>Lets go of what holds the numbers in place.</summary>
    private sealed class Holder(MemoryHandle handle) : IPinnable
    {
        public MemoryHandle Pin(int elementIndex) => throw new NotSupportedException();

        public void Unpin() => handle.Dispose();
    }
}
