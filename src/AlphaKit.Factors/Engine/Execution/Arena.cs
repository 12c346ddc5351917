using System.Runtime.InteropServices;

namespace AlphaKit.Factors;

/// <summary>Aligned scratch memory that is handed out piece by piece and taken back as a whole. Grows to what was needed most and stays.</summary>
internal sealed unsafe class Arena : IDisposable
{
    private const int Alignment = 64;
    private readonly List<(nint Start, nint Length)> _blocks = [];
    private int _block;
    private nint _used;

    public nint Bytes => (nint)_blocks.Sum(b => (long)b.Length);

    public T* Take<T>(nint count)
        where T : unmanaged
    {
        nint bytes = ((count * sizeof(T)) + Alignment - 1) / Alignment * Alignment;
        for (; _block < _blocks.Count; _block++, _used = 0)
        {
            if (_used + bytes > _blocks[_block].Length) continue;
            nint at = _blocks[_block].Start + _used;
            _used += bytes;
            return (T*)at;
        }

        nint length = Math.Max(bytes, LargePages.PageBytes);
        _blocks.Add(((nint)LargeMemory.Allocate((nuint)length), length));
        _used = bytes;
        return (T*)_blocks[_block].Start;
    }

    public void Reset() => (_block, _used) = (0, 0);

    public void Dispose()
    {
        foreach ((nint start, _) in _blocks) NativeMemory.AlignedFree((void*)start);
        _blocks.Clear();
        Reset();
        GC.SuppressFinalize(this);
    }

    ~Arena() => Dispose();
}
