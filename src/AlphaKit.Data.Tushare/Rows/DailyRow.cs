// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Unadjusted daily bars (日线行情): a row of <c>daily</c>, in the vendor's units; missing values are null.</summary>
public sealed record DailyRow : ITushareRow<DailyRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("daily");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>open</c>: opening price, in CNY.</summary>
    public double? Open { get; init; }
    /// <summary><c>high</c>: highest price, in CNY.</summary>
    public double? High { get; init; }
    /// <summary><c>low</c>: lowest price, in CNY.</summary>
    public double? Low { get; init; }
    /// <summary><c>close</c>: close, unadjusted, in CNY.</summary>
    public double? Close { get; init; }
    /// <summary><c>pre_close</c>: close of the day before, adjusted for the day's ex-rights, in CNY.</summary>
    public double? PreClose { get; init; }
    /// <summary><c>change</c>: change of the close, in CNY.</summary>
    public double? Change { get; init; }
    /// <summary><c>pct_chg</c>: change against pre_close, in %.</summary>
    public double? PctChg { get; init; }
    /// <summary><c>vol</c>: quantity traded, or held, in lots of 100 shares (手).</summary>
    public double? Vol { get; init; }
    /// <summary><c>amount</c>: money traded, or paid, in thousand CNY (千元).</summary>
    public double? Amount { get; init; }

    /// <inheritdoc/>
    static DailyRow ITushareRow<DailyRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), TradeDate = batch.Columns[1].Dates[row], Open = batch.NumberAt(2, row), High = batch.NumberAt(3, row),
        Low = batch.NumberAt(4, row), Close = batch.NumberAt(5, row), PreClose = batch.NumberAt(6, row), Change = batch.NumberAt(7, row),
        PctChg = batch.NumberAt(8, row), Vol = batch.NumberAt(9, row), Amount = batch.NumberAt(10, row),
    };
}
