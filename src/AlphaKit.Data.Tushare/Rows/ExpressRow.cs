// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Preliminary results (业绩快报): a row of <c>express</c>, in the vendor's units; missing values are null.</summary>
public sealed record ExpressRow : ITushareRow<ExpressRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("express");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>ann_date</c>: announcement date.</summary>
    public DateOnly? AnnDate { get; init; }
    /// <summary><c>end_date</c>: end of the period.</summary>
    public DateOnly EndDate { get; init; }
    /// <summary><c>revenue</c>: operating revenue, in CNY.</summary>
    public double? Revenue { get; init; }
    /// <summary><c>operate_profit</c>, in CNY.</summary>
    public double? OperateProfit { get; init; }
    /// <summary><c>total_profit</c>, in CNY.</summary>
    public double? TotalProfit { get; init; }
    /// <summary><c>n_income</c>: net profit including minorities, in CNY.</summary>
    public double? NIncome { get; init; }
    /// <summary><c>total_assets</c>: total assets, in CNY.</summary>
    public double? TotalAssets { get; init; }
    /// <summary><c>total_hldr_eqy_exc_min_int</c>: equity of the parent's shareholders, in CNY.</summary>
    public double? TotalHldrEqyExcMinInt { get; init; }
    /// <summary><c>diluted_eps</c>, in CNY.</summary>
    public double? DilutedEps { get; init; }
    /// <summary><c>diluted_roe</c>, in %.</summary>
    public double? DilutedRoe { get; init; }
    /// <summary><c>yoy_net_profit</c>: restated net profit of the year before: an amount, in spite of its name, in CNY.</summary>
    public double? YoyNetProfit { get; init; }
    /// <summary><c>bps</c>, in CNY.</summary>
    public double? Bps { get; init; }
    /// <summary><c>yoy_sales</c>, in %.</summary>
    public double? YoySales { get; init; }
    /// <summary><c>yoy_op</c>, in %.</summary>
    public double? YoyOp { get; init; }
    /// <summary><c>yoy_tp</c>, in %.</summary>
    public double? YoyTp { get; init; }
    /// <summary><c>yoy_dedu_np</c>, in %.</summary>
    public double? YoyDeduNp { get; init; }
    /// <summary><c>yoy_eps</c>, in %.</summary>
    public double? YoyEps { get; init; }
    /// <summary><c>yoy_roe</c>, in %.</summary>
    public double? YoyRoe { get; init; }
    /// <summary><c>growth_assets</c>, in %.</summary>
    public double? GrowthAssets { get; init; }
    /// <summary><c>yoy_equity</c>, in %.</summary>
    public double? YoyEquity { get; init; }
    /// <summary><c>growth_bps</c>, in %.</summary>
    public double? GrowthBps { get; init; }
    /// <summary><c>or_last_year</c>, in CNY.</summary>
    public double? OrLastYear { get; init; }
    /// <summary><c>op_last_year</c>, in CNY.</summary>
    public double? OpLastYear { get; init; }
    /// <summary><c>tp_last_year</c>, in CNY.</summary>
    public double? TpLastYear { get; init; }
    /// <summary><c>np_last_year</c>, in CNY.</summary>
    public double? NpLastYear { get; init; }
    /// <summary><c>eps_last_year</c>, in CNY.</summary>
    public double? EpsLastYear { get; init; }
    /// <summary><c>open_net_assets</c>, in CNY.</summary>
    public double? OpenNetAssets { get; init; }
    /// <summary><c>open_bps</c>, in CNY.</summary>
    public double? OpenBps { get; init; }
    /// <summary><c>perf_summary</c>.</summary>
    public string? PerfSummary { get; init; }
    /// <summary><c>is_audit</c>, in code number.</summary>
    public double? IsAudit { get; init; }
    /// <summary><c>remark</c>.</summary>
    public string? Remark { get; init; }

    /// <inheritdoc/>
    static ExpressRow ITushareRow<ExpressRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), AnnDate = batch.DateAt(1, row), EndDate = batch.Columns[2].Dates[row], Revenue = batch.NumberAt(3, row),
        OperateProfit = batch.NumberAt(4, row), TotalProfit = batch.NumberAt(5, row), NIncome = batch.NumberAt(6, row), TotalAssets = batch.NumberAt(7, row),
        TotalHldrEqyExcMinInt = batch.NumberAt(8, row), DilutedEps = batch.NumberAt(9, row), DilutedRoe = batch.NumberAt(10, row),
        YoyNetProfit = batch.NumberAt(11, row), Bps = batch.NumberAt(12, row), YoySales = batch.NumberAt(13, row), YoyOp = batch.NumberAt(14, row),
        YoyTp = batch.NumberAt(15, row), YoyDeduNp = batch.NumberAt(16, row), YoyEps = batch.NumberAt(17, row), YoyRoe = batch.NumberAt(18, row),
        GrowthAssets = batch.NumberAt(19, row), YoyEquity = batch.NumberAt(20, row), GrowthBps = batch.NumberAt(21, row), OrLastYear = batch.NumberAt(22, row),
        OpLastYear = batch.NumberAt(23, row), TpLastYear = batch.NumberAt(24, row), NpLastYear = batch.NumberAt(25, row), EpsLastYear = batch.NumberAt(26, row),
        OpenNetAssets = batch.NumberAt(27, row), OpenBps = batch.NumberAt(28, row), PerfSummary = batch.TextAt(29, row), IsAudit = batch.NumberAt(30, row),
        Remark = batch.TextAt(31, row),
    };
}
