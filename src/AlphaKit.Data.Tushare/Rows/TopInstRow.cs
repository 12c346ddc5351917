// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Seats that traded them (龙虎榜机构明细): a row of <c>top_inst</c>, in the vendor's units; missing values are null.</summary>
public sealed record TopInstRow : ITushareRow<TopInstRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("top_inst");

    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>exalter</c>: trading seat; 机构专用 is an institution.</summary>
    public string Exalter { get; init; } = "";
    /// <summary><c>side</c>: 0 = among the five largest buyers, 1 = among the sellers.</summary>
    public string Side { get; init; } = "";
    /// <summary><c>buy</c>, in CNY.</summary>
    public double? Buy { get; init; }
    /// <summary><c>buy_rate</c>, in %.</summary>
    public double? BuyRate { get; init; }
    /// <summary><c>sell</c>, in CNY.</summary>
    public double? Sell { get; init; }
    /// <summary><c>sell_rate</c>, in %.</summary>
    public double? SellRate { get; init; }
    /// <summary><c>net_buy</c>, in CNY.</summary>
    public double? NetBuy { get; init; }
    /// <summary><c>reason</c>: why the security is listed.</summary>
    public string Reason { get; init; } = "";

    /// <inheritdoc/>
    static TopInstRow ITushareRow<TopInstRow>.Read(TushareBatch batch, int row) => new()
    {
        TradeDate = batch.Columns[0].Dates[row], TsCode = batch.SymbolAt(1, row), Exalter = batch.Columns[2].Texts[row], Side = batch.Columns[3].Texts[row],
        Buy = batch.NumberAt(4, row), BuyRate = batch.NumberAt(5, row), Sell = batch.NumberAt(6, row), SellRate = batch.NumberAt(7, row),
        NetBuy = batch.NumberAt(8, row), Reason = batch.Columns[9].Texts[row],
    };
}
