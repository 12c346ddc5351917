// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Shares released from lock-up (限售股解禁): a row of <c>share_float</c>, in the vendor's units; missing values are null.</summary>
public sealed record ShareFloatRow : ITushareRow<ShareFloatRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("share_float");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>ann_date</c>: announcement date.</summary>
    public DateOnly? AnnDate { get; init; }
    /// <summary><c>float_date</c>.</summary>
    public DateOnly FloatDate { get; init; }
    /// <summary><c>float_share</c>: float shares, in shares.</summary>
    public double? FloatShare { get; init; }
    /// <summary><c>float_ratio</c>, in %.</summary>
    public double? FloatRatio { get; init; }
    /// <summary><c>holder_name</c>.</summary>
    public string HolderName { get; init; } = "";
    /// <summary><c>share_type</c>.</summary>
    public string ShareType { get; init; } = "";

    /// <inheritdoc/>
    static ShareFloatRow ITushareRow<ShareFloatRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), AnnDate = batch.DateAt(1, row), FloatDate = batch.Columns[2].Dates[row], FloatShare = batch.NumberAt(3, row),
        FloatRatio = batch.NumberAt(4, row), HolderName = batch.Columns[5].Texts[row], ShareType = batch.Columns[6].Texts[row],
    };
}
