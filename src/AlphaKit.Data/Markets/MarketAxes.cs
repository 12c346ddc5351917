namespace AlphaKit.Data;

/// <summary>Days and shares of a market, with fast look-up of the cell of a row.</summary>
internal sealed class MarketAxes
{
    private readonly int[] _rowOfDay;
    private readonly int _firstDay;
    private readonly Symbol[] _symbols;

    public MarketAxes(TradingCalendar calendar, SecurityMaster securities)
    {
        Calendar = calendar;
        Securities = securities;
        Panel = new PanelAxes(calendar, securities.All.Select(s => s.Symbol));
        _symbols = [.. Panel.Symbols];
        _firstDay = calendar.First.DayNumber;
        _rowOfDay = new int[calendar.Last.DayNumber - _firstDay + 1];
        Array.Fill(_rowOfDay, -1);
        for (int t = 0; t < calendar.Count; t++) _rowOfDay[calendar[t].DayNumber - _firstDay] = t;
    }

    public TradingCalendar Calendar { get; }

    public SecurityMaster Securities { get; }

    public PanelAxes Panel { get; }

    public int Days => Calendar.Count;

    public int Count => _symbols.Length;

    /// <summary>Row of a date; −1 if it is no trading day.</summary>
    public int RowOf(DateOnly date)
    {
        int offset = date.DayNumber - _firstDay;
        return (uint)offset < (uint)_rowOfDay.Length ? _rowOfDay[offset] : -1;
    }

    /// <summary>Column of a symbol; −1 if it has none. Rows sorted by symbol are found at once from the column of the row before.</summary>
    public int ColumnOf(Symbol symbol, int previous)
    {
        int next = previous + 1;
        if ((uint)next < (uint)_symbols.Length && _symbols[next] == symbol) return next;
        if ((uint)previous < (uint)_symbols.Length && _symbols[previous] == symbol) return previous;
        return Panel.ColumnOf(symbol);
    }

    public FieldMatrixBuilder NewMatrix() => new(Days, Count);
}
