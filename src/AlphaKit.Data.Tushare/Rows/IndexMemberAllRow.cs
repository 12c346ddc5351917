// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Shenwan industry of every share, with dates (申万行业成分): a row of <c>index_member_all</c>, in the vendor's units; missing values are null.</summary>
public sealed record IndexMemberAllRow : ITushareRow<IndexMemberAllRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("index_member_all");

    /// <summary><c>l1_code</c>.</summary>
    public string? L1Code { get; init; }
    /// <summary><c>l1_name</c>.</summary>
    public string? L1Name { get; init; }
    /// <summary><c>l2_code</c>.</summary>
    public string? L2Code { get; init; }
    /// <summary><c>l2_name</c>.</summary>
    public string? L2Name { get; init; }
    /// <summary><c>l3_code</c>.</summary>
    public string L3Code { get; init; } = "";
    /// <summary><c>l3_name</c>.</summary>
    public string? L3Name { get; init; }
    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>name</c>: name of the security; today's unless the row is dated.</summary>
    public string? Name { get; init; }
    /// <summary><c>in_date</c>: first day of membership.</summary>
    public DateOnly InDate { get; init; }
    /// <summary><c>out_date</c>: first day after membership; missing while it lasts.</summary>
    public DateOnly? OutDate { get; init; }
    /// <summary><c>is_new</c>.</summary>
    public string? IsNew { get; init; }

    /// <inheritdoc/>
    static IndexMemberAllRow ITushareRow<IndexMemberAllRow>.Read(TushareBatch batch, int row) => new()
    {
        L1Code = batch.TextAt(0, row), L1Name = batch.TextAt(1, row), L2Code = batch.TextAt(2, row), L2Name = batch.TextAt(3, row),
        L3Code = batch.Columns[4].Texts[row], L3Name = batch.TextAt(5, row), TsCode = batch.SymbolAt(6, row), Name = batch.TextAt(7, row),
        InDate = batch.Columns[8].Dates[row], OutDate = batch.DateAt(9, row), IsNew = batch.TextAt(10, row),
    };
}
