// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Securities: listed, delisted and halted (股票列表): a row of <c>stock_basic</c>, in the vendor's units; missing values are null.</summary>
public sealed record StockBasicRow : ITushareRow<StockBasicRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("stock_basic");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>symbol</c>.</summary>
    public string? Symbol { get; init; }
    /// <summary><c>name</c>: name of the security; today's unless the row is dated.</summary>
    public string? Name { get; init; }
    /// <summary><c>area</c>.</summary>
    public string? Area { get; init; }
    /// <summary><c>industry</c>.</summary>
    public string? Industry { get; init; }
    /// <summary><c>fullname</c>.</summary>
    public string? Fullname { get; init; }
    /// <summary><c>enname</c>.</summary>
    public string? Enname { get; init; }
    /// <summary><c>cnspell</c>.</summary>
    public string? Cnspell { get; init; }
    /// <summary><c>market</c>.</summary>
    public string? Market { get; init; }
    /// <summary><c>exchange</c>.</summary>
    public string? Exchange { get; init; }
    /// <summary><c>curr_type</c>.</summary>
    public string? CurrType { get; init; }
    /// <summary><c>list_status</c>: L listed, D delisted, P halted.</summary>
    public string? ListStatus { get; init; }
    /// <summary><c>list_date</c>.</summary>
    public DateOnly? ListDate { get; init; }
    /// <summary><c>delist_date</c>.</summary>
    public DateOnly? DelistDate { get; init; }
    /// <summary><c>is_hs</c>.</summary>
    public string? IsHs { get; init; }
    /// <summary><c>act_name</c>.</summary>
    public string? ActName { get; init; }
    /// <summary><c>act_ent_type</c>.</summary>
    public string? ActEntType { get; init; }

    /// <inheritdoc/>
    static StockBasicRow ITushareRow<StockBasicRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), Symbol = batch.TextAt(1, row), Name = batch.TextAt(2, row), Area = batch.TextAt(3, row),
        Industry = batch.TextAt(4, row), Fullname = batch.TextAt(5, row), Enname = batch.TextAt(6, row), Cnspell = batch.TextAt(7, row),
        Market = batch.TextAt(8, row), Exchange = batch.TextAt(9, row), CurrType = batch.TextAt(10, row), ListStatus = batch.TextAt(11, row),
        ListDate = batch.DateAt(12, row), DelistDate = batch.DateAt(13, row), IsHs = batch.TextAt(14, row), ActName = batch.TextAt(15, row),
        ActEntType = batch.TextAt(16, row),
    };
}
