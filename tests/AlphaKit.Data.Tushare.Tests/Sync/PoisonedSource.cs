namespace AlphaKit.Data.Tushare.Tests.Sync;

/// <summary>
/// A source whose rows about days after one day are spoilt: prices and values scaled, bars missing, ST days, suspensions and index members
/// given to other shares, names, industries, listings and delistings changed. What was known by that day is as it was.
/// </summary>
internal sealed class PoisonedSource(IMarketDataSource inner, DateOnly last) : IMarketDataSource
{
    public string Description => $"{inner.Description}, spoilt after {last:O}";

    public string Version => inner.Version + "/poison";

    public PriceBasis PriceBasis => inner.PriceBasis;

    public IReadOnlyList<string> Tables => inner.Tables;

    public async ValueTask<SourceTable> ReadAsync(string table, CancellationToken cancellationToken = default)
    {
        SourceTable rows = await inner.ReadAsync(table, cancellationToken);
        SourceTable basics = await inner.ReadAsync("stock_basic", cancellationToken);
        Symbol[] shares = [.. basics.Find("ts_code")!.Symbols.ToArray().Order()];
        Dictionary<Symbol, Symbol> other = shares.Index().ToDictionary(s => s.Item, s => shares[(s.Index + 7) % shares.Length]);
        return table switch
        {
            "trade_cal" => rows,
            "stock_basic" => Change(rows, (c, i) => c.Name switch
            {
                "list_date" when c.Dates[i] > last => c.Dates[i].AddDays(9),
                "delist_date" when c.Dates[i] > last => SourceColumn.NoDate,
                "name" => "*ST毒",
                "list_status" => "L",
                _ => null,
            }),
            "namechange" => Change(rows, (c, i) => c.Name switch
            {
                "end_date" when c.Dates[i] > last => c.Dates[i].AddDays(5),
                "name" when rows.Find("start_date")!.Dates[i] > last => "*ST毒",
                _ => null,
            }),
            "index_member_all" => Change(rows, (c, i) => c.Name switch
            {
                "out_date" when c.Dates[i] > last => c.Dates[i].AddDays(5),
                "l1_code" when rows.Find("in_date")!.Dates[i] > last => "801780.SI",
                _ => null,
            }),
            _ => Later(rows, other),
        };
    }

    private SourceTable Later(SourceTable rows, Dictionary<Symbol, Symbol> other)
    {
        DateOnly[] days = rows.Find("trade_date")!.Dates.ToArray();
        bool swaps = rows.Name is "stock_st" or "suspend_d" or "index_weight";
        string member = rows.Name == "index_weight" ? "con_code" : "ts_code";
        int[] kept = [.. Enumerable.Range(0, rows.RowCount).Where(i => days[i] <= last || swaps || i % 3 > 0)];
        SourceTable changed = Change(rows, (c, i) => days[i] <= last ? null : c.Kind switch
        {
            SourceColumnKind.Symbol when swaps && c.Name == member => other.GetValueOrDefault(c.Symbols[i], c.Symbols[i]),
            SourceColumnKind.Number => c.Numbers[i] * (i % 2 == 0 ? 1.7 : 0.4),
            _ => null,
        });
        return new SourceTable(rows.Name, [.. changed.Columns.Select(c => Take(c, kept))], rows.Origin);
    }

    private static SourceTable Change(SourceTable rows, Func<SourceColumn, int, object?> change) => new(rows.Name, [.. rows.Columns.Select(c => Change(c, change))], rows.Origin);

    private static SourceColumn Change(SourceColumn column, Func<SourceColumn, int, object?> change) => column.Kind switch
    {
        SourceColumnKind.Symbol => SourceColumn.Of(column.Name, [.. Enumerable.Range(0, column.Count).Select(i => (Symbol)(change(column, i) ?? column.Symbols[i]))]),
        SourceColumnKind.Date => SourceColumn.Of(column.Name, [.. Enumerable.Range(0, column.Count).Select(i => (DateOnly)(change(column, i) ?? column.Dates[i]))]),
        SourceColumnKind.Number => SourceColumn.Of(column.Name, [.. Enumerable.Range(0, column.Count).Select(i => (double)(change(column, i) ?? column.Numbers[i]))]),
        _ => SourceColumn.Of(column.Name, [.. Enumerable.Range(0, column.Count).Select(i => (string)(change(column, i) ?? column.Texts[i]))]),
    };

    private static SourceColumn Take(SourceColumn column, int[] rows) => column.Kind switch
    {
        SourceColumnKind.Symbol => SourceColumn.Of(column.Name, [.. rows.Select(i => column.Symbols[i])]),
        SourceColumnKind.Date => SourceColumn.Of(column.Name, [.. rows.Select(i => column.Dates[i])]),
        SourceColumnKind.Number => SourceColumn.Of(column.Name, [.. rows.Select(i => column.Numbers[i])]),
        _ => SourceColumn.Of(column.Name, [.. rows.Select(i => column.Texts[i])]),
    };
}
