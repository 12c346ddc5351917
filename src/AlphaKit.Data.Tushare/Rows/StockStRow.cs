// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Shares under special treatment, day by day (ST股票列表): a row of <c>stock_st</c>, in the vendor's units; missing values are null.</summary>
public sealed record StockStRow : ITushareRow<StockStRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("stock_st");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>name</c>: name of the security; today's unless the row is dated.</summary>
    public string? Name { get; init; }
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>type</c>.</summary>
    public string? Type { get; init; }
    /// <summary><c>type_name</c>.</summary>
    public string? TypeName { get; init; }

    /// <inheritdoc/>
    static StockStRow ITushareRow<StockStRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), Name = batch.TextAt(1, row), TradeDate = batch.Columns[2].Dates[row], Type = batch.TextAt(3, row),
        TypeName = batch.TextAt(4, row),
    };
}
