using System.Numerics;

namespace AlphaKit.Backtest;

/// <summary>
/// Sums over the last rows of a volume matrix, for all shares at once. From one day to the next a row is added and one taken away; with whole
/// shares, as volumes are, that is exact, and the sum the same as if counted afresh. Shares with a volume that is no whole number are told apart.
/// </summary>
/// <param name="volume">Shares traded.</param>
/// <param name="length">Rows in a window.</param>
internal sealed class VolumeWindow(FieldMatrix volume, int length)
{
    /// <summary>Whole numbers below it add up exactly in double, a thousand million of them.</summary>
    private const float Largest = 1L << 32;

    private readonly double[] _sums = new double[volume.Columns];
    private readonly int[] _traded = new int[volume.Columns];
    private readonly int[] _uneven = new int[volume.Columns];
    private int _first;    // rows _first … _end − 1 are summed
    private int _end;

    /// <summary>Moves the window to the rows before a row.</summary>
    public void MoveTo(int row)
    {
        int first = Math.Max(0, row - length);
        if (row < _end || first >= _end) Restart(first);
        while (_end < row) Apply(_end++, 1);
        while (_first < first) Apply(_first++, -1);
    }

    /// <summary>The sum of the window if the share traded on all its days and in whole shares.</summary>
    public bool TryFull(int column, out double sum)
    {
        sum = _sums[column];
        return _traded[column] == length && _uneven[column] == 0;
    }

    private void Restart(int row)
    {
        Array.Clear(_sums);
        Array.Clear(_traded);
        Array.Clear(_uneven);
        (_first, _end) = (row, row);
    }

    private void Apply(int row, int sign)
    {
        ReadOnlySpan<float> values = volume.Row(row);
        Span<double> sums = _sums;
        Span<int> traded = _traded, uneven = _uneven;
        int width = Vector<float>.Count, half = Vector<double>.Count, i = 0;
        Vector<double> factor = new(sign);
        Vector<int> step = new(sign);
        for (; i <= sums.Length - width; i += width)
        {
            Vector<float> v = new(values[i..]);
            Vector<int> above = Vector.GreaterThan(v, Vector<float>.Zero);
            Vector<int> even = Vector.Equals(Vector.Floor(v), v) & Vector.LessThan(v, new Vector<float>(Largest));
            Vector.Widen(Vector.ConditionalSelect(above & even, v, Vector<float>.Zero), out Vector<double> low, out Vector<double> high);
            (new Vector<double>(sums[i..]) + (factor * low)).CopyTo(sums[i..]);
            (new Vector<double>(sums[(i + half)..]) + (factor * high)).CopyTo(sums[(i + half)..]);
            (new Vector<int>(traded[i..]) + (step & above)).CopyTo(traded[i..]);
            (new Vector<int>(uneven[i..]) + (step & Vector.AndNot(above, even))).CopyTo(uneven[i..]);
        }

        for (; i < sums.Length; i++)
        {
            float v = values[i];
            if (!(v > 0)) continue;
            bool even = MathF.Floor(v) == v && v < Largest;
            traded[i] += sign;
            uneven[i] += even ? 0 : sign;
            sums[i] += even ? sign * (double)v : 0;
        }
    }
}
