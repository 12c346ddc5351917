// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Index bars (指数日线行情): a row of <c>index_daily</c>, in the vendor's units; missing values are null.</summary>
public sealed record IndexDailyRow : ITushareRow<IndexDailyRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("index_daily");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>close</c>: close, unadjusted, in index points.</summary>
    public double? Close { get; init; }
    /// <summary><c>open</c>: opening price, in index points.</summary>
    public double? Open { get; init; }
    /// <summary><c>high</c>: highest price, in index points.</summary>
    public double? High { get; init; }
    /// <summary><c>low</c>: lowest price, in index points.</summary>
    public double? Low { get; init; }
    /// <summary><c>pre_close</c>: close of the day before, adjusted for the day's ex-rights, in index points.</summary>
    public double? PreClose { get; init; }
    /// <summary><c>change</c>: change of the close, in index points.</summary>
    public double? Change { get; init; }
    /// <summary><c>pct_chg</c>: change against pre_close, in %.</summary>
    public double? PctChg { get; init; }
    /// <summary><c>vol</c>: quantity traded, or held, in lots of 100 shares (手).</summary>
    public double? Vol { get; init; }
    /// <summary><c>amount</c>: money traded, or paid, in thousand CNY (千元).</summary>
    public double? Amount { get; init; }

    /// <inheritdoc/>
    static IndexDailyRow ITushareRow<IndexDailyRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), TradeDate = batch.Columns[1].Dates[row], Close = batch.NumberAt(2, row), Open = batch.NumberAt(3, row),
        High = batch.NumberAt(4, row), Low = batch.NumberAt(5, row), PreClose = batch.NumberAt(6, row), Change = batch.NumberAt(7, row),
        PctChg = batch.NumberAt(8, row), Vol = batch.NumberAt(9, row), Amount = batch.NumberAt(10, row),
    };
}
