// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Indices (指数基本信息): a row of <c>index_basic</c>, in the vendor's units; missing values are null.</summary>
public sealed record IndexBasicRow : ITushareRow<IndexBasicRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("index_basic");

    /// <summary><c>ts_code</c>: security code.</summary>
    public string TsCode { get; init; } = "";
    /// <summary><c>name</c>: name of the security; today's unless the row is dated.</summary>
    public string? Name { get; init; }
    /// <summary><c>fullname</c>.</summary>
    public string? Fullname { get; init; }
    /// <summary><c>market</c>.</summary>
    public string? Market { get; init; }
    /// <summary><c>publisher</c>.</summary>
    public string? Publisher { get; init; }
    /// <summary><c>index_type</c>.</summary>
    public string? IndexType { get; init; }
    /// <summary><c>category</c>.</summary>
    public string? Category { get; init; }
    /// <summary><c>base_date</c>.</summary>
    public DateOnly? BaseDate { get; init; }
    /// <summary><c>base_point</c>, in index points.</summary>
    public double? BasePoint { get; init; }
    /// <summary><c>list_date</c>.</summary>
    public DateOnly? ListDate { get; init; }
    /// <summary><c>weight_rule</c>.</summary>
    public string? WeightRule { get; init; }
    /// <summary><c>desc</c>.</summary>
    public string? Desc { get; init; }
    /// <summary><c>exp_date</c>.</summary>
    public DateOnly? ExpDate { get; init; }

    /// <inheritdoc/>
    static IndexBasicRow ITushareRow<IndexBasicRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.Columns[0].Texts[row], Name = batch.TextAt(1, row), Fullname = batch.TextAt(2, row), Market = batch.TextAt(3, row),
        Publisher = batch.TextAt(4, row), IndexType = batch.TextAt(5, row), Category = batch.TextAt(6, row), BaseDate = batch.DateAt(7, row),
        BasePoint = batch.NumberAt(8, row), ListDate = batch.DateAt(9, row), WeightRule = batch.TextAt(10, row), Desc = batch.TextAt(11, row),
        ExpDate = batch.DateAt(12, row),
    };
}
