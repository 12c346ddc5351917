// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Option bars (期权日线行情): a row of <c>opt_daily</c>, in the vendor's units; missing values are null.</summary>
public sealed record OptDailyRow : ITushareRow<OptDailyRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("opt_daily");

    /// <summary><c>ts_code</c>: security code.</summary>
    public string TsCode { get; init; } = "";
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>exchange</c>.</summary>
    public string? Exchange { get; init; }
    /// <summary><c>pre_settle</c>, in CNY.</summary>
    public double? PreSettle { get; init; }
    /// <summary><c>pre_close</c>: close of the day before, adjusted for the day's ex-rights, in CNY.</summary>
    public double? PreClose { get; init; }
    /// <summary><c>open</c>: opening price, in CNY.</summary>
    public double? Open { get; init; }
    /// <summary><c>high</c>: highest price, in CNY.</summary>
    public double? High { get; init; }
    /// <summary><c>low</c>: lowest price, in CNY.</summary>
    public double? Low { get; init; }
    /// <summary><c>close</c>: close, unadjusted, in CNY.</summary>
    public double? Close { get; init; }
    /// <summary><c>settle</c>, in CNY.</summary>
    public double? Settle { get; init; }
    /// <summary><c>vol</c>: quantity traded, or held, in contracts (张).</summary>
    public double? Vol { get; init; }
    /// <summary><c>amount</c>: money traded, or paid, in ten thousand CNY (万元).</summary>
    public double? Amount { get; init; }
    /// <summary><c>oi</c>: open interest, in contracts (张).</summary>
    public double? Oi { get; init; }

    /// <inheritdoc/>
    static OptDailyRow ITushareRow<OptDailyRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.Columns[0].Texts[row], TradeDate = batch.Columns[1].Dates[row], Exchange = batch.TextAt(2, row), PreSettle = batch.NumberAt(3, row),
        PreClose = batch.NumberAt(4, row), Open = batch.NumberAt(5, row), High = batch.NumberAt(6, row), Low = batch.NumberAt(7, row),
        Close = batch.NumberAt(8, row), Settle = batch.NumberAt(9, row), Vol = batch.NumberAt(10, row), Amount = batch.NumberAt(11, row),
        Oi = batch.NumberAt(12, row),
    };
}
