// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Trading calendar (交易日历): a row of <c>trade_cal</c>, in the vendor's units; missing values are null.</summary>
public sealed record TradeCalRow : ITushareRow<TradeCalRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("trade_cal");

    /// <summary><c>exchange</c>.</summary>
    public string Exchange { get; init; } = "";
    /// <summary><c>cal_date</c>.</summary>
    public DateOnly CalDate { get; init; }
    /// <summary><c>is_open</c>, in code number.</summary>
    public double? IsOpen { get; init; }
    /// <summary><c>pretrade_date</c>.</summary>
    public DateOnly? PretradeDate { get; init; }

    /// <inheritdoc/>
    static TradeCalRow ITushareRow<TradeCalRow>.Read(TushareBatch batch, int row) => new()
    {
        Exchange = batch.Columns[0].Texts[row], CalDate = batch.Columns[1].Dates[row], IsOpen = batch.NumberAt(2, row), PretradeDate = batch.DateAt(3, row),
    };
}
