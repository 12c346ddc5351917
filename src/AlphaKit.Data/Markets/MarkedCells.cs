using System.Collections;

namespace AlphaKit.Data;

/// <summary>A set of (day, share) cells, and the days on which any was marked.</summary>
internal sealed class MarkedCells(int days, int columns)
{
    private readonly BitArray _cells = new(days * columns);
    private readonly bool[] _anyOn = new bool[days];

    public bool this[int day, int column] => _cells[(day * columns) + column];

    public void Mark(int cell)
    {
        _cells[cell] = true;
        _anyOn[cell / columns] = true;
    }

    public bool AnyOn(int day) => _anyOn[day];
}
