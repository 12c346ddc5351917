// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Distributions, one row for each stage (分红送股): a row of <c>dividend</c>, in the vendor's units; missing values are null.</summary>
public sealed record DividendRow : ITushareRow<DividendRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("dividend");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>end_date</c>: end of the period.</summary>
    public DateOnly EndDate { get; init; }
    /// <summary><c>ann_date</c>: announcement date.</summary>
    public DateOnly? AnnDate { get; init; }
    /// <summary><c>div_proc</c>: stage: 预案, 股东大会通过, 实施 ….</summary>
    public string DivProc { get; init; } = "";
    /// <summary><c>stk_div</c>: bonus and transferred shares together, in shares per share held.</summary>
    public double? StkDiv { get; init; }
    /// <summary><c>stk_bo_rate</c>: bonus shares (送股), in shares per share held.</summary>
    public double? StkBoRate { get; init; }
    /// <summary><c>stk_co_rate</c>: transferred shares (转增), in shares per share held.</summary>
    public double? StkCoRate { get; init; }
    /// <summary><c>cash_div</c>: cash dividend after a nominal tax; do not use, in CNY.</summary>
    public double? CashDiv { get; init; }
    /// <summary><c>cash_div_tax</c>: cash dividend before tax, in CNY.</summary>
    public double? CashDivTax { get; init; }
    /// <summary><c>record_date</c>.</summary>
    public DateOnly? RecordDate { get; init; }
    /// <summary><c>ex_date</c>.</summary>
    public DateOnly? ExDate { get; init; }
    /// <summary><c>pay_date</c>.</summary>
    public DateOnly? PayDate { get; init; }
    /// <summary><c>div_listdate</c>.</summary>
    public DateOnly? DivListdate { get; init; }
    /// <summary><c>imp_ann_date</c>.</summary>
    public DateOnly? ImpAnnDate { get; init; }
    /// <summary><c>base_date</c>.</summary>
    public DateOnly? BaseDate { get; init; }
    /// <summary><c>base_share</c>, in ten thousand shares (万股).</summary>
    public double? BaseShare { get; init; }

    /// <inheritdoc/>
    static DividendRow ITushareRow<DividendRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), EndDate = batch.Columns[1].Dates[row], AnnDate = batch.DateAt(2, row), DivProc = batch.Columns[3].Texts[row],
        StkDiv = batch.NumberAt(4, row), StkBoRate = batch.NumberAt(5, row), StkCoRate = batch.NumberAt(6, row), CashDiv = batch.NumberAt(7, row),
        CashDivTax = batch.NumberAt(8, row), RecordDate = batch.DateAt(9, row), ExDate = batch.DateAt(10, row), PayDate = batch.DateAt(11, row),
        DivListdate = batch.DateAt(12, row), ImpAnnDate = batch.DateAt(13, row), BaseDate = batch.DateAt(14, row), BaseShare = batch.NumberAt(15, row),
    };
}
