// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Shenwan industries (申万行业分类): a row of <c>index_classify</c>, in the vendor's units; missing values are null.</summary>
public sealed record IndexClassifyRow : ITushareRow<IndexClassifyRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("index_classify");

    /// <summary><c>index_code</c>.</summary>
    public string IndexCode { get; init; } = "";
    /// <summary><c>industry_name</c>.</summary>
    public string? IndustryName { get; init; }
    /// <summary><c>parent_code</c>.</summary>
    public string? ParentCode { get; init; }
    /// <summary><c>level</c>.</summary>
    public string? Level { get; init; }
    /// <summary><c>industry_code</c>.</summary>
    public string? IndustryCode { get; init; }
    /// <summary><c>is_pub</c>.</summary>
    public string? IsPub { get; init; }
    /// <summary><c>src</c>.</summary>
    public string Src { get; init; } = "";

    /// <inheritdoc/>
    static IndexClassifyRow ITushareRow<IndexClassifyRow>.Read(TushareBatch batch, int row) => new()
    {
        IndexCode = batch.Columns[0].Texts[row], IndustryName = batch.TextAt(1, row), ParentCode = batch.TextAt(2, row), Level = batch.TextAt(3, row),
        IndustryCode = batch.TextAt(4, row), IsPub = batch.TextAt(5, row), Src = batch.Columns[6].Texts[row],
    };
}
