// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Valuation, turnover and share counts (每日指标): a row of <c>daily_basic</c>, in the vendor's units; missing values are null.</summary>
public sealed record DailyBasicRow : ITushareRow<DailyBasicRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("daily_basic");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>close</c>: close, unadjusted, in CNY.</summary>
    public double? Close { get; init; }
    /// <summary><c>turnover_rate</c>: volume over float shares (换手率), in %.</summary>
    public double? TurnoverRate { get; init; }
    /// <summary><c>turnover_rate_f</c>: volume over free-float shares, in %.</summary>
    public double? TurnoverRateF { get; init; }
    /// <summary><c>volume_ratio</c>: volume against its five-day mean (量比).</summary>
    public double? VolumeRatio { get; init; }
    /// <summary><c>pe</c>: price over latest annual earnings; missing for losses.</summary>
    public double? Pe { get; init; }
    /// <summary><c>pe_ttm</c>: price over earnings of the last four quarters.</summary>
    public double? PeTtm { get; init; }
    /// <summary><c>pb</c>: price over book value.</summary>
    public double? Pb { get; init; }
    /// <summary><c>ps</c>: price over latest annual revenue.</summary>
    public double? Ps { get; init; }
    /// <summary><c>ps_ttm</c>: price over revenue of the last four quarters.</summary>
    public double? PsTtm { get; init; }
    /// <summary><c>dv_ratio</c>: dividend yield of the last calendar year, in %.</summary>
    public double? DvRatio { get; init; }
    /// <summary><c>dv_ttm</c>: dividend yield of the last twelve months, in %.</summary>
    public double? DvTtm { get; init; }
    /// <summary><c>total_share</c>: total shares, in ten thousand shares (万股).</summary>
    public double? TotalShare { get; init; }
    /// <summary><c>float_share</c>: float shares, in ten thousand shares (万股).</summary>
    public double? FloatShare { get; init; }
    /// <summary><c>free_share</c>: free-float shares, in ten thousand shares (万股).</summary>
    public double? FreeShare { get; init; }
    /// <summary><c>total_mv</c>: total market value (总市值), in ten thousand CNY (万元).</summary>
    public double? TotalMv { get; init; }
    /// <summary><c>circ_mv</c>: market value of float shares (流通市值), in ten thousand CNY (万元).</summary>
    public double? CircMv { get; init; }
    /// <summary><c>limit_status</c>, in code number.</summary>
    public double? LimitStatus { get; init; }

    /// <inheritdoc/>
    static DailyBasicRow ITushareRow<DailyBasicRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), TradeDate = batch.Columns[1].Dates[row], Close = batch.NumberAt(2, row), TurnoverRate = batch.NumberAt(3, row),
        TurnoverRateF = batch.NumberAt(4, row), VolumeRatio = batch.NumberAt(5, row), Pe = batch.NumberAt(6, row), PeTtm = batch.NumberAt(7, row),
        Pb = batch.NumberAt(8, row), Ps = batch.NumberAt(9, row), PsTtm = batch.NumberAt(10, row), DvRatio = batch.NumberAt(11, row),
        DvTtm = batch.NumberAt(12, row), TotalShare = batch.NumberAt(13, row), FloatShare = batch.NumberAt(14, row), FreeShare = batch.NumberAt(15, row),
        TotalMv = batch.NumberAt(16, row), CircMv = batch.NumberAt(17, row), LimitStatus = batch.NumberAt(18, row),
    };
}
