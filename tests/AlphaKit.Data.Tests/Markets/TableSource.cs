namespace AlphaKit.Data.Tests;

/// <summary>A source of tables in memory that counts what is read; it knows its columns and has a dataset of its own.</summary>
internal sealed class TableSource(params SourceTable[] tables) : IMarketDataSource, ITableColumns, IDatasetSource
{
    public List<string> Read { get; } = [];

    public string Description => "memory";

    public string Version => "1";

    public PriceBasis PriceBasis { get; init; }

    public IReadOnlyList<string> Tables => [.. tables.Select(t => t.Name)];

    public IReadOnlyList<Dataset> Datasets => [AlphaKit.Datasets.MinuteBars];

    public IReadOnlyList<string> ColumnsOf(string table) => [.. tables.Single(t => t.Name == table).Columns.Select(c => c.Name)];

    public ValueTask<SourceTable> ReadAsync(string table, CancellationToken cancellationToken = default)
    {
        lock (Read) Read.Add(table);
        return new(tables.Single(t => t.Name == table));
    }

    public async IAsyncEnumerable<TRow> ReadAsync<TRow>(
        Dataset<TRow> dataset, DatasetQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        yield return (TRow)(object)new MinuteBar(Symbol.Parse("000001.SZ"), new DateTime(2020, 2, 3, 9, 31, 0), 1, 1, 1, 1, 100, 100, null);
    }

    /// <summary>Daily bars of the small market, rows in an order of choice, changed cell by cell.</summary>
    public static SourceTable Daily(IEnumerable<int>? order = null, Func<int, int, bool>? skip = null, Func<int, int, double>? factor = null)
    {
        (int Day, int Share)[] all = [.. from day in Enumerable.Range(0, SmallMarket.Days.Length) from share in Enumerable.Range(0, SmallMarket.Symbols.Length) select (day, share)];
        (int Day, int Share)[] rows = [.. (order ?? Enumerable.Range(0, all.Length)).Select(i => all[i]).Where(r => skip is null || !skip(r.Share, r.Day))];
        double[] Number(Func<int, int, double> of) => [.. rows.Select(r => of(r.Share, r.Day) * (factor?.Invoke(r.Share, r.Day) ?? 1))];
        return new SourceTable(
            "daily",
            [
                SourceColumn.Of("ts_code", [.. rows.Select(r => SmallMarket.Symbols[r.Share])]),
                SourceColumn.Of("trade_date", [.. rows.Select(r => SmallMarket.Days[r.Day])]),
                SourceColumn.Of("open", Number(SmallMarket.Close)),
                SourceColumn.Of("high", Number(SmallMarket.Close)),
                SourceColumn.Of("low", Number(SmallMarket.Close)),
                SourceColumn.Of("close", Number(SmallMarket.Close)),
                SourceColumn.Of("pre_close", Number((share, day) => SmallMarket.Close(share, Math.Max(0, day - 1)))),
                SourceColumn.Of("vol", [.. rows.Select(_ => 1000.0)]),
                SourceColumn.Of("amount", Number((share, day) => SmallMarket.Close(share, day) * 100)),
            ],
            "memory");
    }

    public static SourceTable Of(string name, string number, Func<int, int, double> value)
    {
        (int Day, int Share)[] rows = [.. from day in Enumerable.Range(0, SmallMarket.Days.Length) from share in Enumerable.Range(0, SmallMarket.Symbols.Length) select (day, share)];
        return new SourceTable(
            name,
            [
                SourceColumn.Of("ts_code", [.. rows.Select(r => SmallMarket.Symbols[r.Share])]),
                SourceColumn.Of("trade_date", [.. rows.Select(r => SmallMarket.Days[r.Day])]),
                SourceColumn.Of(number, [.. rows.Select(r => value(r.Share, r.Day))]),
            ],
            "memory");
    }
}
