namespace AlphaKit.Data.Tushare.Tests;

/// <summary>A source of two bars.</summary>
internal sealed class SmallSource : IMarketDataSource
{
    public string Description => "two bars";

    public string Version => "1";

    public PriceBasis PriceBasis => PriceBasis.Raw;

    public IReadOnlyList<string> Tables => ["daily"];

    public ValueTask<SourceTable> ReadAsync(string table, CancellationToken cancellationToken = default) => ValueTask.FromResult(new SourceTable(
        "daily",
        [
            SourceColumn.Of("ts_code", [Symbol.Parse("600000.SH"), Symbol.Parse("600001.SH")]),
            SourceColumn.Of("trade_date", [new DateOnly(2020, 2, 3), new DateOnly(2020, 2, 3)]),
            SourceColumn.Of("close", [10.5, 11.25]),
        ],
        "test"));
}
