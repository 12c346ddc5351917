// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Option contracts (期权合约信息): a row of <c>opt_basic</c>, in the vendor's units; missing values are null.</summary>
public sealed record OptBasicRow : ITushareRow<OptBasicRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("opt_basic");

    /// <summary><c>ts_code</c>: security code.</summary>
    public string TsCode { get; init; } = "";
    /// <summary><c>exchange</c>.</summary>
    public string? Exchange { get; init; }
    /// <summary><c>name</c>: name of the security; today's unless the row is dated.</summary>
    public string? Name { get; init; }
    /// <summary><c>per_unit</c>.</summary>
    public double? PerUnit { get; init; }
    /// <summary><c>opt_code</c>.</summary>
    public string? OptCode { get; init; }
    /// <summary><c>opt_type</c>.</summary>
    public string? OptType { get; init; }
    /// <summary><c>call_put</c>.</summary>
    public string? CallPut { get; init; }
    /// <summary><c>exercise_type</c>.</summary>
    public string? ExerciseType { get; init; }
    /// <summary><c>exercise_price</c>, in CNY.</summary>
    public double? ExercisePrice { get; init; }
    /// <summary><c>s_month</c>.</summary>
    public string? SMonth { get; init; }
    /// <summary><c>maturity_date</c>.</summary>
    public DateOnly? MaturityDate { get; init; }
    /// <summary><c>list_price</c>, in CNY.</summary>
    public double? ListPrice { get; init; }
    /// <summary><c>list_date</c>.</summary>
    public DateOnly? ListDate { get; init; }
    /// <summary><c>delist_date</c>.</summary>
    public DateOnly? DelistDate { get; init; }
    /// <summary><c>last_edate</c>.</summary>
    public DateOnly? LastEdate { get; init; }
    /// <summary><c>last_ddate</c>.</summary>
    public DateOnly? LastDdate { get; init; }
    /// <summary><c>quote_unit</c>.</summary>
    public string? QuoteUnit { get; init; }
    /// <summary><c>min_price_chg</c>.</summary>
    public string? MinPriceChg { get; init; }

    /// <inheritdoc/>
    static OptBasicRow ITushareRow<OptBasicRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.Columns[0].Texts[row], Exchange = batch.TextAt(1, row), Name = batch.TextAt(2, row), PerUnit = batch.NumberAt(3, row),
        OptCode = batch.TextAt(4, row), OptType = batch.TextAt(5, row), CallPut = batch.TextAt(6, row), ExerciseType = batch.TextAt(7, row),
        ExercisePrice = batch.NumberAt(8, row), SMonth = batch.TextAt(9, row), MaturityDate = batch.DateAt(10, row), ListPrice = batch.NumberAt(11, row),
        ListDate = batch.DateAt(12, row), DelistDate = batch.DateAt(13, row), LastEdate = batch.DateAt(14, row), LastDdate = batch.DateAt(15, row),
        QuoteUnit = batch.TextAt(16, row), MinPriceChg = batch.TextAt(17, row),
    };
}
