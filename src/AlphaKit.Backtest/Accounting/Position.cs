using System.Runtime.InteropServices;

namespace AlphaKit.Backtest;

/// <summary>One share held, with its lots in the order of purchase.</summary>
internal sealed class Position(int column)
{
    /// <summary>Column of the share in the panel.</summary>
    public int Column { get; } = column;

    /// <summary>All shares.</summary>
    public long Shares { get; set; }

    /// <summary>Price at which the position is valued, in <see cref="PriceUnits"/>.</summary>
    public long Mark { get; set; }

    /// <summary>The lots, oldest first.</summary>
    public List<Lot> Lots { get; } = [];

    /// <summary>Shares that can be sold on the day with that ordinal.</summary>
    public long SellableOn(int day)
    {
        long sum = 0;
        foreach (Lot lot in CollectionsMarshal.AsSpan(Lots))
        {
            if (lot.SellableFrom <= day) sum += lot.Shares;
        }

        return sum;
    }
}
