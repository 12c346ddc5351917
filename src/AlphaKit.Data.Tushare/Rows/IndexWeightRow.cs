// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Index members and weights, at month ends (指数成分和权重): a row of <c>index_weight</c>, in the vendor's units; missing values are null.</summary>
public sealed record IndexWeightRow : ITushareRow<IndexWeightRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("index_weight");

    /// <summary><c>index_code</c>.</summary>
    public Symbol IndexCode { get; init; }
    /// <summary><c>con_code</c>.</summary>
    public Symbol ConCode { get; init; }
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>weight</c>, in %.</summary>
    public double? Weight { get; init; }

    /// <inheritdoc/>
    static IndexWeightRow ITushareRow<IndexWeightRow>.Read(TushareBatch batch, int row) => new()
    {
        IndexCode = batch.SymbolAt(0, row), ConCode = batch.SymbolAt(1, row), TradeDate = batch.Columns[2].Dates[row], Weight = batch.NumberAt(3, row),
    };
}
