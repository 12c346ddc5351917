// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Old and new codes of Beijing shares (北交所新旧代码对照): a row of <c>bse_mapping</c>, in the vendor's units; missing values are null.</summary>
public sealed record BseMappingRow : ITushareRow<BseMappingRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("bse_mapping");

    /// <summary><c>name</c>: name of the security; today's unless the row is dated.</summary>
    public string? Name { get; init; }
    /// <summary><c>o_code</c>.</summary>
    public Symbol OCode { get; init; }
    /// <summary><c>n_code</c>.</summary>
    public Symbol NCode { get; init; }
    /// <summary><c>list_date</c>.</summary>
    public DateOnly? ListDate { get; init; }

    /// <inheritdoc/>
    static BseMappingRow ITushareRow<BseMappingRow>.Read(TushareBatch batch, int row) => new()
    {
        Name = batch.TextAt(0, row), OCode = batch.SymbolAt(1, row), NCode = batch.SymbolAt(2, row), ListDate = batch.DateAt(3, row),
    };
}
