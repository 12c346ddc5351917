// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Valuation of the large indices (大盘指数每日指标): a row of <c>index_dailybasic</c>, in the vendor's units; missing values are null.</summary>
public sealed record IndexDailybasicRow : ITushareRow<IndexDailybasicRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("index_dailybasic");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>total_mv</c>: total market value (总市值), in CNY.</summary>
    public double? TotalMv { get; init; }
    /// <summary><c>float_mv</c>, in CNY.</summary>
    public double? FloatMv { get; init; }
    /// <summary><c>total_share</c>: total shares, in shares.</summary>
    public double? TotalShare { get; init; }
    /// <summary><c>float_share</c>: float shares, in shares.</summary>
    public double? FloatShare { get; init; }
    /// <summary><c>free_share</c>: free-float shares, in shares.</summary>
    public double? FreeShare { get; init; }
    /// <summary><c>turnover_rate</c>: volume over float shares (换手率), in %.</summary>
    public double? TurnoverRate { get; init; }
    /// <summary><c>turnover_rate_f</c>: volume over free-float shares, in %.</summary>
    public double? TurnoverRateF { get; init; }
    /// <summary><c>pe</c>: price over latest annual earnings; missing for losses.</summary>
    public double? Pe { get; init; }
    /// <summary><c>pe_ttm</c>: price over earnings of the last four quarters.</summary>
    public double? PeTtm { get; init; }
    /// <summary><c>pb</c>: price over book value.</summary>
    public double? Pb { get; init; }

    /// <inheritdoc/>
    static IndexDailybasicRow ITushareRow<IndexDailybasicRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), TradeDate = batch.Columns[1].Dates[row], TotalMv = batch.NumberAt(2, row), FloatMv = batch.NumberAt(3, row),
        TotalShare = batch.NumberAt(4, row), FloatShare = batch.NumberAt(5, row), FreeShare = batch.NumberAt(6, row), TurnoverRate = batch.NumberAt(7, row),
        TurnoverRateF = batch.NumberAt(8, row), Pe = batch.NumberAt(9, row), PeTtm = batch.NumberAt(10, row), Pb = batch.NumberAt(11, row),
    };
}
