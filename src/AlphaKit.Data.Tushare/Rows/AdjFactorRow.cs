// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Adjustment factors (复权因子): a row of <c>adj_factor</c>, in the vendor's units; missing values are null.</summary>
public sealed record AdjFactorRow : ITushareRow<AdjFactorRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("adj_factor");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>adj_factor</c>: cumulative adjustment factor (复权因子).</summary>
    public double? AdjFactor { get; init; }

    /// <inheritdoc/>
    static AdjFactorRow ITushareRow<AdjFactorRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), TradeDate = batch.Columns[1].Dates[row], AdjFactor = batch.NumberAt(2, row),
    };
}
