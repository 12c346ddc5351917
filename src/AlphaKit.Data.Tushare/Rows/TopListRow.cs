// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Shares with unusual trading (龙虎榜每日明细): a row of <c>top_list</c>, in the vendor's units; missing values are null.</summary>
public sealed record TopListRow : ITushareRow<TopListRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("top_list");

    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>name</c>: name of the security; today's unless the row is dated.</summary>
    public string? Name { get; init; }
    /// <summary><c>close</c>: close, unadjusted, in CNY.</summary>
    public double? Close { get; init; }
    /// <summary><c>pct_change</c>, in %.</summary>
    public double? PctChange { get; init; }
    /// <summary><c>turnover_rate</c>: volume over float shares (换手率), in %.</summary>
    public double? TurnoverRate { get; init; }
    /// <summary><c>amount</c>: money traded, or paid, in CNY.</summary>
    public double? Amount { get; init; }
    /// <summary><c>l_sell</c>, in CNY.</summary>
    public double? LSell { get; init; }
    /// <summary><c>l_buy</c>, in CNY.</summary>
    public double? LBuy { get; init; }
    /// <summary><c>l_amount</c>, in CNY.</summary>
    public double? LAmount { get; init; }
    /// <summary><c>net_amount</c>, in CNY.</summary>
    public double? NetAmount { get; init; }
    /// <summary><c>net_rate</c>, in %.</summary>
    public double? NetRate { get; init; }
    /// <summary><c>amount_rate</c>, in %.</summary>
    public double? AmountRate { get; init; }
    /// <summary><c>float_values</c>, in CNY.</summary>
    public double? FloatValues { get; init; }
    /// <summary><c>reason</c>: why the security is listed.</summary>
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    static TopListRow ITushareRow<TopListRow>.Read(TushareBatch batch, int row) => new()
    {
        TradeDate = batch.Columns[0].Dates[row], TsCode = batch.SymbolAt(1, row), Name = batch.TextAt(2, row), Close = batch.NumberAt(3, row),
        PctChange = batch.NumberAt(4, row), TurnoverRate = batch.NumberAt(5, row), Amount = batch.NumberAt(6, row), LSell = batch.NumberAt(7, row),
        LBuy = batch.NumberAt(8, row), LAmount = batch.NumberAt(9, row), NetAmount = batch.NumberAt(10, row), NetRate = batch.NumberAt(11, row),
        AmountRate = batch.NumberAt(12, row), FloatValues = batch.NumberAt(13, row), Reason = batch.Columns[14].Texts[row],
    };
}
