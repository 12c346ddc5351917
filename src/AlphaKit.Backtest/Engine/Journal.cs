using System.Runtime.CompilerServices;

namespace AlphaKit.Backtest;

/// <summary>A list that grows without moving what it holds: entries lie in blocks.</summary>
internal sealed class Journal<T>
    where T : struct
{
    private const int Shift = 12, Size = 1 << Shift;

    private readonly List<T[]> _blocks = [];
    private T[] _last = [];
    private int _used = Size;

    public int Count { get; private set; }

    public ref readonly T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
            return ref _blocks[index >> Shift][index & (Size - 1)];
        }
    }

    public void Add(in T entry)
    {
        if (_used == Size)
        {
            _last = RuntimeHelpers.IsReferenceOrContainsReferences<T>() ? new T[Size] : GC.AllocateUninitializedArray<T>(Size);
            _blocks.Add(_last);
            _used = 0;
        }

        _last[_used++] = entry;
        Count++;
    }

    /// <summary>One value of every entry, in order.</summary>
    public TValue[] Select<TValue>(Func<T, TValue> value)
    {
        TValue[] result = new TValue[Count];
        for (int i = 0; i < result.Length; i++) result[i] = value(this[i]);
        return result;
    }
}
