// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Shares of holders by price (筹码分布): a row of <c>cyq_chips</c>, in the vendor's units; missing values are null.</summary>
public sealed record CyqChipsRow : ITushareRow<CyqChipsRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("cyq_chips");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>price</c>, in CNY.</summary>
    public double Price { get; init; }
    /// <summary><c>percent</c>, in %.</summary>
    public double? Percent { get; init; }

    /// <inheritdoc/>
    static CyqChipsRow ITushareRow<CyqChipsRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), TradeDate = batch.Columns[1].Dates[row], Price = batch.Columns[2].Numbers[row], Percent = batch.NumberAt(3, row),
    };
}
