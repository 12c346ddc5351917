using System.Numerics;

namespace AlphaKit.Backtest;

/// <summary>The columns of the largest values of a row, again and again.</summary>
internal sealed class Selection(int columns, int count)
{
    private readonly float[] _keys = new float[columns];
    private readonly int[] _index = new int[columns];
    private readonly int[] _chosen = new int[Math.Min(columns, count)];
    private readonly ulong[] _marks = new ulong[(columns + 63) / 64];
    private float _guess = float.NegativeInfinity;

    /// <summary>The columns of the largest values, ascending; NaN is never among them, of equal values the lower column is.</summary>
    public ReadOnlySpan<int> Best(ReadOnlySpan<float> values)
    {
        // Yesterday's border, loosened, leaves few candidates; if it left too few, all are looked at.
        int n = Gather(values, _guess);
        if (n < count && _guess > float.NegativeInfinity) n = Gather(values, float.NegativeInfinity);
        int kept = Math.Min(n, count);
        if (kept < n) Partition(n, kept);
        if (kept > 0) _guess = Loosened(kept);
        foreach (int column in _index.AsSpan(0, kept)) _marks[column >> 6] |= 1UL << column;
        int next = 0;
        for (int word = 0; word < _marks.Length; word++)
        {
            for (ulong bits = _marks[word]; bits != 0; bits &= bits - 1) _chosen[next++] = (word << 6) + BitOperations.TrailingZeroCount(bits);
            _marks[word] = 0;
        }

        return _chosen.AsSpan(0, kept);
    }

    private int Gather(ReadOnlySpan<float> values, float least)
    {
        int n = 0;
        for (int i = 0; i < values.Length; i++)
        {
            // Branch-free: the place is written and only kept if the value counts.
            _keys[n] = values[i];
            _index[n] = i;
            n += values[i] >= least ? 1 : 0;
        }

        return n;
    }

    private float Loosened(int kept)
    {
        float smallest = float.PositiveInfinity, largest = float.NegativeInfinity;
        for (int i = 0; i < kept; i++)
        {
            smallest = Math.Min(smallest, _keys[i]);
            largest = Math.Max(largest, _keys[i]);
        }

        float loosened = smallest - (0.3f * (largest - smallest));
        return float.IsFinite(loosened) ? loosened : float.NegativeInfinity;
    }

    // Quickselect on (value descending, column ascending), a strict order, so that the chosen set is the same however it is found.
    private void Partition(int n, int kept)
    {
        int low = 0, high = n - 1;
        while (low < high)
        {
            float pivot = _keys[(low + high) / 2];
            int pivotColumn = _index[(low + high) / 2], i = low, j = high;
            while (i <= j)
            {
                while (Before(_keys[i], _index[i], pivot, pivotColumn)) i++;
                while (Before(pivot, pivotColumn, _keys[j], _index[j])) j--;
                if (i > j) break;
                (_keys[i], _keys[j]) = (_keys[j], _keys[i]);
                (_index[i], _index[j]) = (_index[j], _index[i]);
                i++;
                j--;
            }

            if (kept - 1 <= j) high = j;
            else if (kept - 1 >= i) low = i;
            else return;
        }
    }

    private static bool Before(float a, int columnA, float b, int columnB) => a > b || (a == b && columnA < columnB);
}
