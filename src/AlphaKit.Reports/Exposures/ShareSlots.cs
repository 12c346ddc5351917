using AlphaKit.Backtest;
using AlphaKit.Portfolio;

namespace AlphaKit.Reports;

/// <summary>
/// Every share that is held, priced or in the index has a slot, by symbol; weights, prices and returns are arrays over the slots. Days are asked for in order of
/// time: holdings and last closes are carried along.
/// </summary>
internal sealed class ShareSlots
{
    private readonly Panel _prices;
    private readonly TradingCalendar _calendar;
    private readonly IndexWeights? _index;
    private readonly Symbol[] _symbols;
    private readonly Dictionary<Symbol, int> _slotOf;
    private readonly int[] _columns;
    private readonly float[] _lastClose;
    private readonly long[] _shares;
    private readonly List<(int Slot, long Change)>[] _changes;
    private readonly Dictionary<object, double[]> _snapshots = new(ReferenceEqualityComparer.Instance);
    private int _row, _day;

    public ShareSlots(BacktestResult result, Panel prices, IndexWeights? index)
    {
        _prices = prices;
        _calendar = result.Calendar;
        _index = index;
        _symbols = [.. prices.Axes.Symbols.Concat(index?.Symbols ?? []).Distinct().Order()];
        _slotOf = new Dictionary<Symbol, int>(_symbols.Length);
        for (int i = 0; i < _symbols.Length; i++) _slotOf.Add(_symbols[i], i);
        _columns = [.. _symbols.Select(prices.Axes.ColumnOf)];
        _lastClose = new float[_symbols.Length];
        _shares = new long[_symbols.Length];
        _changes = [.. _calendar.Select(_ => new List<(int, long)>())];
        Table trades = result.Trades, events = result.Events;
        if (trades.RowCount > 0) Collect(trades, trades["side"]);
        if (events.RowCount > 0) Collect(events, null);
    }

    /// <summary>Weights of the portfolio at a close: shares × last close / net asset value.</summary>
    /// <param name="day">A day not before the one asked for before.</param>
    /// <param name="nav">Net asset value at its close.</param>
    /// <param name="used">An array to write into, or null.</param>
    public double[] WeightsAt(DateOnly day, double nav, double[]? used)
    {
        for (; _row < _prices.Axes.Days && _prices.Calendar[_row] <= day; _row++)
        {
            ReadOnlySpan<float> close = _prices[Field.Close].Row(_row);
            for (int i = 0; i < _columns.Length; i++)
            {
                if (_columns[i] >= 0 && close[_columns[i]] > 0) _lastClose[i] = close[_columns[i]];
            }
        }

        for (int last = _calendar.IndexOf(day); _day <= last; _day++)
        {
            foreach ((int slot, long change) in _changes[_day]) _shares[slot] += change;
        }

        double[] weights = used ?? new double[_symbols.Length];
        for (int i = 0; i < weights.Length; i++) weights[i] = _shares[i] == 0 || _columns[i] < 0 || !(nav > 0) ? 0 : _shares[i] * (double)_lastClose[i] / nav;
        return weights;
    }

    /// <summary>Weights of the index in force on a day.</summary>
    public double[] IndexAt(DateOnly day)
    {
        IReadOnlyDictionary<Symbol, double> snapshot = _index!.At(day);
        if (_snapshots.TryGetValue(snapshot, out double[]? weights)) return weights;
        weights = new double[_symbols.Length];
        foreach ((Symbol symbol, double weight) in snapshot) weights[_slotOf[symbol]] = weight;
        return _snapshots[snapshot] = weights;
    }

    /// <summary>Returns of the day after the one whose weights were asked for last; a share without a bar returns 0.</summary>
    public double[] ReturnsOn(DateOnly day, double[]? used)
    {
        double[] returns = used ?? new double[_symbols.Length];
        int row = _prices.Calendar.IndexOf(day);
        ReadOnlySpan<float> closes = _prices[Field.Close].Row(row), before = _prices.Has(Field.PreClose) ? _prices[Field.PreClose].Row(row) : default;
        for (int i = 0; i < returns.Length; i++)
        {
            int column = _columns[i];
            float close = column < 0 ? 0 : closes[column], last = column < 0 ? 0 : before.IsEmpty ? _lastClose[i] : before[column];
            returns[i] = close > 0 && last > 0 ? ((double)close / last) - 1 : 0;
        }

        return returns;
    }

    /// <summary>For each slot the row of its share in a risk, −1 where it has none.</summary>
    public int[] RowsOf(FactorRisk risk)
    {
        int[] rows = new int[_symbols.Length];
        Array.Fill(rows, -1);
        IReadOnlyList<Symbol> symbols = risk.Symbols;
        int slot = 0;
        for (int r = 0; r < symbols.Count; r++)
        {
            // Both are by symbol as a rule, so that the next share is one of the next slots; else it is looked up.
            Symbol symbol = symbols[r];
            while (slot < _symbols.Length && _symbols[slot].CompareTo(symbol) < 0) slot++;
            if (slot < _symbols.Length && _symbols[slot] == symbol) rows[slot] = r;
            else if (_slotOf.TryGetValue(symbol, out int other)) rows[other] = r;
        }

        return rows;
    }

    private void Collect(Table table, TableColumn? side)
    {
        IReadOnlyList<DateOnly> dates = table["date"].Dates;
        IReadOnlyList<double> shares = table["shares"].Numbers;
        TableColumn symbols = table["symbol"];
        Dictionary<string, int> slots = new(StringComparer.Ordinal);
        for (int i = 0; i < table.RowCount; i++)
        {
            if (shares[i] == 0) continue;
            string name = symbols.Exact(i);
            if (!slots.TryGetValue(name, out int slot)) slots[name] = slot = _slotOf.GetValueOrDefault(Symbol.Parse(name), -1);
            if (slot >= 0) _changes[_calendar.IndexOf(dates[i])].Add((slot, side is null || side.Exact(i) == nameof(TradeSide.Buy) ? (long)shares[i] : -(long)shares[i]));
        }
    }
}
