// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Dates on which reports are due (财报披露计划): a row of <c>disclosure_date</c>, in the vendor's units; missing values are null.</summary>
public sealed record DisclosureDateRow : ITushareRow<DisclosureDateRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("disclosure_date");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>ann_date</c>: announcement date.</summary>
    public DateOnly? AnnDate { get; init; }
    /// <summary><c>end_date</c>: end of the period.</summary>
    public DateOnly EndDate { get; init; }
    /// <summary><c>pre_date</c>.</summary>
    public DateOnly? PreDate { get; init; }
    /// <summary><c>actual_date</c>.</summary>
    public DateOnly? ActualDate { get; init; }
    /// <summary><c>modify_date</c>.</summary>
    public string? ModifyDate { get; init; }

    /// <inheritdoc/>
    static DisclosureDateRow ITushareRow<DisclosureDateRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), AnnDate = batch.DateAt(1, row), EndDate = batch.Columns[2].Dates[row], PreDate = batch.DateAt(3, row),
        ActualDate = batch.DateAt(4, row), ModifyDate = batch.TextAt(5, row),
    };
}
