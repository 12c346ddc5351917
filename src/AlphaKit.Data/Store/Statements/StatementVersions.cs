namespace AlphaKit.Data;

/// <summary>
/// Published versions of one kind of statement, one row each, with the values asked for. Of two rows of one share, period and day the
/// one marked newer counts, then the one with more values, then the first.
/// </summary>
internal sealed class StatementVersions(string[] names)
{
    private readonly List<Version> _rows = [];

    public string[] Names { get; } = names;

    public void Add(Symbol symbol, DateOnly end, DateOnly announced, double[] values, int rank = 0)
    {
        if (QuarterOf(end) is not { } quarter) return;
        _rows.Add(new Version(symbol, announced.DayNumber, rank, _rows.Count, quarter, values));
    }

    /// <summary>The states that each share passes through, in the order of days.</summary>
    public StatementEvents Events(IReadOnlyList<StatementItem> items)
    {
        int[] columns = [.. items.Select(i => Array.IndexOf(Names, i.Name))];
        _rows.Sort(static (a, b) =>
        {
            int by = a.Symbol.CompareTo(b.Symbol);
            if (by == 0) by = a.Announced.CompareTo(b.Announced);
            if (by == 0) by = a.Rank.CompareTo(b.Rank);
            return by != 0 ? by : b.Order.CompareTo(a.Order); // the first of equals is applied last
        });
        List<Symbol> symbols = [];
        List<int> starts = [], days = [];
        List<double> values = [];
        Dictionary<int, double[]> known = [];
        int latest = 0;
        for (int row = 0; row < _rows.Count;)
        {
            Version first = _rows[row];
            if (symbols.Count == 0 || symbols[^1] != first.Symbol)
            {
                symbols.Add(first.Symbol);
                starts.Add(days.Count);
                known.Clear();
                latest = int.MinValue;
            }

            for (; row < _rows.Count && _rows[row].Symbol == first.Symbol && _rows[row].Announced == first.Announced; row++)
            {
                known[_rows[row].Quarter] = _rows[row].Values;
                latest = Math.Max(latest, _rows[row].Quarter);
            }

            days.Add(first.Announced);
            for (int i = 0; i < items.Count; i++) values.Add(Value(known, latest, items[i].Basis, columns[i]));
        }

        starts.Add(days.Count);
        return new StatementEvents([.. symbols], [.. starts], [.. days], [.. values], items.Count);
    }

    private static double Value(Dictionary<int, double[]> known, int quarter, StatementBasis basis, int column)
    {
        int inYear = Modulo(quarter);
        double value = At(quarter);
        return basis switch
        {
            StatementBasis.SingleQuarter when inYear > 0 => value - At(quarter - 1),
            StatementBasis.TrailingYear when inYear < 3 => value + At(quarter - inYear - 1) - At(quarter - 4),
            _ => value,
        };

        double At(int q) => known.TryGetValue(q, out double[]? values) ? values[column] : double.NaN;

        static int Modulo(int q) => q % 4;
    }

    /// <summary>Quarters counted from year 0; null for a day that ends no quarter.</summary>
    private static int? QuarterOf(DateOnly end) => (end.Month, end.Day) switch
    {
        (3, 31) => end.Year * 4,
        (6, 30) => (end.Year * 4) + 1,
        (9, 30) => (end.Year * 4) + 2,
        (12, 31) => (end.Year * 4) + 3,
        _ => null,
    };

    private readonly record struct Version(Symbol Symbol, int Announced, int Rank, int Order, int Quarter, double[] Values);
}
