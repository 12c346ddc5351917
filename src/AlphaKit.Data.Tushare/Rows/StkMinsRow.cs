// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Minute bars; a separate permission (股票历史分钟): a row of <c>stk_mins</c>, in the vendor's units; missing values are null.</summary>
public sealed record StkMinsRow : ITushareRow<StkMinsRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("stk_mins");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>trade_time</c>: end of the bar, with time of day.</summary>
    public string TradeTime { get; init; } = "";
    /// <summary><c>open</c>: opening price, in CNY.</summary>
    public double? Open { get; init; }
    /// <summary><c>close</c>: close, unadjusted, in CNY.</summary>
    public double? Close { get; init; }
    /// <summary><c>high</c>: highest price, in CNY.</summary>
    public double? High { get; init; }
    /// <summary><c>low</c>: lowest price, in CNY.</summary>
    public double? Low { get; init; }
    /// <summary><c>vol</c>: quantity traded, or held, in shares.</summary>
    public double? Vol { get; init; }
    /// <summary><c>amount</c>: money traded, or paid, in CNY.</summary>
    public double? Amount { get; init; }

    /// <inheritdoc/>
    static StkMinsRow ITushareRow<StkMinsRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), TradeTime = batch.Columns[1].Texts[row], Open = batch.NumberAt(2, row), Close = batch.NumberAt(3, row),
        High = batch.NumberAt(4, row), Low = batch.NumberAt(5, row), Vol = batch.NumberAt(6, row), Amount = batch.NumberAt(7, row),
    };
}
