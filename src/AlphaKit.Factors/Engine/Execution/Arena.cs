using System.Runtime.InteropServices;

namespace AlphaKit.Factors;

/// <summary>Aligned scratch memory that is handed out piece by piece and taken back as a whole. Grows to what was needed most and stays.</summary>
internal sealed unsafe class Arena : IDisposable
{
    private const int Alignment = 64;
    private readonly List<Block> _blocks = [];
    private int _block;
    private nint _used;

    public nint Bytes => (nint)_blocks.Sum(b => (long)b.Length);

    public T* Take<T>(nint count)
        where T : unmanaged
    {
        nint bytes = ((count * sizeof(T)) + Alignment - 1) / Alignment * Alignment;
        for (; _block < _blocks.Count; _block++, _used = 0)
        {
            Block block = _blocks[_block];
            if (_used + bytes > block.Length) continue;
            nint at = block.Start + _used;
            _used += bytes;
            return (T*)at;
        }

        nint length = Math.Max(bytes, LargePages.PageBytes);
        _blocks.Add(new Block((nint)LargeMemory.Allocate((nuint)length), length));
        _used = bytes;
        return (T*)_blocks[_block].Start;
    }

    public void Reset() => (_block, _used) = (0, 0);

    public void Dispose()
    {
        foreach (Block block in _blocks) NativeMemory.AlignedFree((void*)block.Start);
        _blocks.Clear();
        Reset();
        GC.SuppressFinalize(this);
    }

    ~Arena() => Dispose();

    private sealed class Block(nint start, nint length)
    {
        public nint Start => start;

        public nint Length => length;
    }
}
