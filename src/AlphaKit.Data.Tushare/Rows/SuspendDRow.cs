// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Suspensions and resumptions (停复牌): a row of <c>suspend_d</c>, in the vendor's units; missing values are null.</summary>
public sealed record SuspendDRow : ITushareRow<SuspendDRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("suspend_d");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>suspend_timing</c>: time of an intraday halt; missing for the whole day.</summary>
    public string? SuspendTiming { get; init; }
    /// <summary><c>suspend_type</c>: S suspended, R resumed.</summary>
    public string SuspendType { get; init; } = "";

    /// <inheritdoc/>
    static SuspendDRow ITushareRow<SuspendDRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), TradeDate = batch.Columns[1].Dates[row], SuspendTiming = batch.TextAt(2, row),
        SuspendType = batch.Columns[3].Texts[row],
    };
}
