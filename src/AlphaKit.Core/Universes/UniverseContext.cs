namespace AlphaKit;

/// <summary>What a <see cref="UniverseRule"/> may look at.</summary>
public sealed class UniverseContext
{
    /// <summary>Trading days of an ordinary A-share year: between 238 and 245 since 2010.</summary>
    private const double TradingDaysPerYear = 243;

    private readonly int[] _listedRow;
    private readonly int[] _delistedRow;

    internal UniverseContext(Panel panel, SecurityMaster securities)
    {
        Panel = panel;
        Securities = securities;
        int count = panel.Axes.Count;
        _listedRow = new int[count];
        _delistedRow = new int[count];
        for (int i = 0; i < count; i++)
        {
            Security? security = securities.Find(panel.Symbols[i]);
            _listedRow[i] = RowOf(security?.Listed, int.MinValue / 2);
            _delistedRow[i] = RowOf(security?.Delisted, int.MaxValue / 2);
        }

        int RowOf(DateOnly? date, int unknown)
        {
            if (date is not { } day) return unknown;
            if (day >= panel.Calendar.First) return panel.Calendar.IndexAtOrAfter(day);

            // Before the panel begins, the distance is counted at the market's usual pace. Not at the panel's own: that would depend on
            // where the panel ends, and a later day must not change who counted earlier.
            return -(int)Math.Round((panel.Calendar.First.DayNumber - day.DayNumber) * TradingDaysPerYear / 365.2425);
        }
    }

    /// <summary>The panel, with the fields that the universe's rules named.</summary>
    public Panel Panel { get; }

    /// <summary>The master records.</summary>
    public SecurityMaster Securities { get; }

    /// <summary>Trading days since listing as of row <paramref name="row"/>, the first day counting 1; 0 or less before it; very large when unknown.</summary>
    /// <param name="row">Row of the panel.</param>
    /// <param name="column">Column of the panel.</param>
    public int DaysListed(int row, int column) => row - _listedRow[column] + 1;

    /// <summary>True from the day of delisting on.</summary>
    /// <param name="row">Row of the panel.</param>
    /// <param name="column">Column of the panel.</param>
    public bool IsDelisted(int row, int column) => row >= _delistedRow[column];
}
