// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Holdings through Stock Connect; daily detail ends on 2024-08-20 (沪深港股通持股明细): a row of <c>hk_hold</c>, in the vendor's units; missing values are null.</summary>
public sealed record HkHoldRow : ITushareRow<HkHoldRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("hk_hold");

    /// <summary><c>code</c>.</summary>
    public string? Code { get; init; }
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>name</c>: name of the security; today's unless the row is dated.</summary>
    public string? Name { get; init; }
    /// <summary><c>vol</c>: quantity traded, or held, in shares.</summary>
    public double? Vol { get; init; }
    /// <summary><c>ratio</c>: held over issued shares, in %.</summary>
    public double? Ratio { get; init; }
    /// <summary><c>exchange</c>.</summary>
    public string? Exchange { get; init; }

    /// <inheritdoc/>
    static HkHoldRow ITushareRow<HkHoldRow>.Read(TushareBatch batch, int row) => new()
    {
        Code = batch.TextAt(0, row), TradeDate = batch.Columns[1].Dates[row], TsCode = batch.SymbolAt(2, row), Name = batch.TextAt(3, row),
        Vol = batch.NumberAt(4, row), Ratio = batch.NumberAt(5, row), Exchange = batch.TextAt(6, row),
    };
}
