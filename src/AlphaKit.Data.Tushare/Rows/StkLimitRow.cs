// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Price limits of the day (涨跌停价格): a row of <c>stk_limit</c>, in the vendor's units; missing values are null.</summary>
public sealed record StkLimitRow : ITushareRow<StkLimitRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("stk_limit");

    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>pre_close</c>: close of the day before, adjusted for the day's ex-rights, in CNY.</summary>
    public double? PreClose { get; init; }
    /// <summary><c>up_limit</c>: upper price limit; a sentinel where there is none, in CNY.</summary>
    public double? UpLimit { get; init; }
    /// <summary><c>down_limit</c>: lower price limit; a sentinel where there is none, in CNY.</summary>
    public double? DownLimit { get; init; }

    /// <inheritdoc/>
    static StkLimitRow ITushareRow<StkLimitRow>.Read(TushareBatch batch, int row) => new()
    {
        TradeDate = batch.Columns[0].Dates[row], TsCode = batch.SymbolAt(1, row), PreClose = batch.NumberAt(2, row), UpLimit = batch.NumberAt(3, row),
        DownLimit = batch.NumberAt(4, row),
    };
}
