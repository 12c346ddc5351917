// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Number of shareholders (股东人数): a row of <c>stk_holdernumber</c>, in the vendor's units; missing values are null.</summary>
public sealed record StkHoldernumberRow : ITushareRow<StkHoldernumberRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("stk_holdernumber");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>ann_date</c>: announcement date.</summary>
    public DateOnly? AnnDate { get; init; }
    /// <summary><c>end_date</c>: end of the period.</summary>
    public DateOnly EndDate { get; init; }
    /// <summary><c>holder_num</c>: number of shareholders, in count.</summary>
    public double? HolderNum { get; init; }

    /// <inheritdoc/>
    static StkHoldernumberRow ITushareRow<StkHoldernumberRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), AnnDate = batch.DateAt(1, row), EndDate = batch.Columns[2].Dates[row], HolderNum = batch.NumberAt(3, row),
    };
}
