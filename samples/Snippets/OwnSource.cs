using AlphaKit.Data;

namespace AlphaKit.Snippets;

#region own-source
/// <summary>Delivers tables in Tushare's names and units from wherever they are: a database, another vendor's files, memory.</summary>
public sealed class OwnSource : IMarketDataSource
{
    public string Description => "two days of one share";

    public string Version => "own-1"; // another content, another version: it stands in every manifest

    public PriceBasis PriceBasis => PriceBasis.Raw;

    public IReadOnlyList<string> Tables => ["daily"];

    public ValueTask<SourceTable> ReadAsync(string table, CancellationToken cancellationToken = default) => ValueTask.FromResult(new SourceTable(
        table,
        [
            SourceColumn.Of("ts_code", [Symbol.Parse("600000.SH"), Symbol.Parse("600000.SH")]),
            SourceColumn.Of("trade_date", [new DateOnly(2020, 1, 22), new DateOnly(2020, 1, 23)]),
            SourceColumn.Of("open", [12.10, 12.10]), SourceColumn.Of("high", [12.25, 12.12]), SourceColumn.Of("low", [12.02, 11.80]),
            SourceColumn.Of("close", [12.20, 11.91]), SourceColumn.Of("pre_close", [12.16, 12.20]),
            SourceColumn.Of("vol", [300_000.0, 420_000.0]),     // lots of 100 shares 手
            SourceColumn.Of("amount", [364_500.0, 501_000.0]),  // thousand yuan 千元
        ],
        origin: "memory"));
}
#endregion

internal static class UseOwnSource
{
    public static void Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        #region use-own-source
        TableMarket market = await TableMarket.LoadAsync(new OwnSource()); // checked like any import
        Console.WriteLine(market.Validation);
        #endregion
        Console.WriteLine(market.Calendar);
    }
}
