// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Dated names (股票曾用名): a row of <c>namechange</c>, in the vendor's units; missing values are null.</summary>
public sealed record NamechangeRow : ITushareRow<NamechangeRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("namechange");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>name</c>: name of the security; today's unless the row is dated.</summary>
    public string Name { get; init; } = "";
    /// <summary><c>start_date</c>.</summary>
    public DateOnly StartDate { get; init; }
    /// <summary><c>end_date</c>: end of the period.</summary>
    public DateOnly? EndDate { get; init; }
    /// <summary><c>ann_date</c>: announcement date.</summary>
    public DateOnly? AnnDate { get; init; }
    /// <summary><c>change_reason</c>.</summary>
    public string? ChangeReason { get; init; }

    /// <inheritdoc/>
    static NamechangeRow ITushareRow<NamechangeRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), Name = batch.Columns[1].Texts[row], StartDate = batch.Columns[2].Dates[row], EndDate = batch.DateAt(3, row),
        AnnDate = batch.DateAt(4, row), ChangeReason = batch.TextAt(5, row),
    };
}
