// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Distribution of holders' costs (筹码及胜率): a row of <c>cyq_perf</c>, in the vendor's units; missing values are null.</summary>
public sealed record CyqPerfRow : ITushareRow<CyqPerfRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("cyq_perf");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>his_low</c>, in CNY.</summary>
    public double? HisLow { get; init; }
    /// <summary><c>his_high</c>, in CNY.</summary>
    public double? HisHigh { get; init; }
    /// <summary><c>cost_5pct</c>, in CNY.</summary>
    public double? Cost5pct { get; init; }
    /// <summary><c>cost_15pct</c>, in CNY.</summary>
    public double? Cost15pct { get; init; }
    /// <summary><c>cost_50pct</c>, in CNY.</summary>
    public double? Cost50pct { get; init; }
    /// <summary><c>cost_85pct</c>, in CNY.</summary>
    public double? Cost85pct { get; init; }
    /// <summary><c>cost_95pct</c>, in CNY.</summary>
    public double? Cost95pct { get; init; }
    /// <summary><c>weight_avg</c>: mean cost of holders, in CNY.</summary>
    public double? WeightAvg { get; init; }
    /// <summary><c>winner_rate</c>: share of holders in profit (获利比例), in %.</summary>
    public double? WinnerRate { get; init; }

    /// <inheritdoc/>
    static CyqPerfRow ITushareRow<CyqPerfRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), TradeDate = batch.Columns[1].Dates[row], HisLow = batch.NumberAt(2, row), HisHigh = batch.NumberAt(3, row),
        Cost5pct = batch.NumberAt(4, row), Cost15pct = batch.NumberAt(5, row), Cost50pct = batch.NumberAt(6, row), Cost85pct = batch.NumberAt(7, row),
        Cost95pct = batch.NumberAt(8, row), WeightAvg = batch.NumberAt(9, row), WinnerRate = batch.NumberAt(10, row),
    };
}
