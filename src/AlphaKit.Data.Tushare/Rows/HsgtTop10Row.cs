// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>The ten most active shares of Stock Connect (沪深股通十大成交股): a row of <c>hsgt_top10</c>, in the vendor's units; missing values are null.</summary>
public sealed record HsgtTop10Row : ITushareRow<HsgtTop10Row>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("hsgt_top10");

    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>name</c>: name of the security; today's unless the row is dated.</summary>
    public string? Name { get; init; }
    /// <summary><c>close</c>: close, unadjusted, in CNY.</summary>
    public double? Close { get; init; }
    /// <summary><c>change</c>: change of the close, in %.</summary>
    public double? Change { get; init; }
    /// <summary><c>rank</c>, in count.</summary>
    public double? Rank { get; init; }
    /// <summary><c>market_type</c>.</summary>
    public string MarketType { get; init; } = "";
    /// <summary><c>amount</c>: money traded, or paid, in CNY.</summary>
    public double? Amount { get; init; }
    /// <summary><c>net_amount</c>, in CNY.</summary>
    public double? NetAmount { get; init; }
    /// <summary><c>buy</c>, in CNY.</summary>
    public double? Buy { get; init; }
    /// <summary><c>sell</c>, in CNY.</summary>
    public double? Sell { get; init; }

    /// <inheritdoc/>
    static HsgtTop10Row ITushareRow<HsgtTop10Row>.Read(TushareBatch batch, int row) => new()
    {
        TradeDate = batch.Columns[0].Dates[row], TsCode = batch.SymbolAt(1, row), Name = batch.TextAt(2, row), Close = batch.NumberAt(3, row),
        Change = batch.NumberAt(4, row), Rank = batch.NumberAt(5, row), MarketType = batch.Columns[6].Texts[row], Amount = batch.NumberAt(7, row),
        NetAmount = batch.NumberAt(8, row), Buy = batch.NumberAt(9, row), Sell = batch.NumberAt(10, row),
    };
}
