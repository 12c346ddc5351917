// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Active buys and sells by size of trade (个股资金流向): a row of <c>moneyflow</c>, in the vendor's units; missing values are null.</summary>
public sealed record MoneyflowRow : ITushareRow<MoneyflowRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("moneyflow");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>buy_sm_vol</c>, in lots of 100 shares (手).</summary>
    public double? BuySmVol { get; init; }
    /// <summary><c>buy_sm_amount</c>, in ten thousand CNY (万元).</summary>
    public double? BuySmAmount { get; init; }
    /// <summary><c>sell_sm_vol</c>, in lots of 100 shares (手).</summary>
    public double? SellSmVol { get; init; }
    /// <summary><c>sell_sm_amount</c>, in ten thousand CNY (万元).</summary>
    public double? SellSmAmount { get; init; }
    /// <summary><c>buy_md_vol</c>, in lots of 100 shares (手).</summary>
    public double? BuyMdVol { get; init; }
    /// <summary><c>buy_md_amount</c>, in ten thousand CNY (万元).</summary>
    public double? BuyMdAmount { get; init; }
    /// <summary><c>sell_md_vol</c>, in lots of 100 shares (手).</summary>
    public double? SellMdVol { get; init; }
    /// <summary><c>sell_md_amount</c>, in ten thousand CNY (万元).</summary>
    public double? SellMdAmount { get; init; }
    /// <summary><c>buy_lg_vol</c>, in lots of 100 shares (手).</summary>
    public double? BuyLgVol { get; init; }
    /// <summary><c>buy_lg_amount</c>, in ten thousand CNY (万元).</summary>
    public double? BuyLgAmount { get; init; }
    /// <summary><c>sell_lg_vol</c>, in lots of 100 shares (手).</summary>
    public double? SellLgVol { get; init; }
    /// <summary><c>sell_lg_amount</c>, in ten thousand CNY (万元).</summary>
    public double? SellLgAmount { get; init; }
    /// <summary><c>buy_elg_vol</c>, in lots of 100 shares (手).</summary>
    public double? BuyElgVol { get; init; }
    /// <summary><c>buy_elg_amount</c>, in ten thousand CNY (万元).</summary>
    public double? BuyElgAmount { get; init; }
    /// <summary><c>sell_elg_vol</c>, in lots of 100 shares (手).</summary>
    public double? SellElgVol { get; init; }
    /// <summary><c>sell_elg_amount</c>, in ten thousand CNY (万元).</summary>
    public double? SellElgAmount { get; init; }
    /// <summary><c>net_mf_vol</c>, in lots of 100 shares (手).</summary>
    public double? NetMfVol { get; init; }
    /// <summary><c>net_mf_amount</c>, in ten thousand CNY (万元).</summary>
    public double? NetMfAmount { get; init; }

    /// <inheritdoc/>
    static MoneyflowRow ITushareRow<MoneyflowRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), TradeDate = batch.Columns[1].Dates[row], BuySmVol = batch.NumberAt(2, row), BuySmAmount = batch.NumberAt(3, row),
        SellSmVol = batch.NumberAt(4, row), SellSmAmount = batch.NumberAt(5, row), BuyMdVol = batch.NumberAt(6, row), BuyMdAmount = batch.NumberAt(7, row),
        SellMdVol = batch.NumberAt(8, row), SellMdAmount = batch.NumberAt(9, row), BuyLgVol = batch.NumberAt(10, row), BuyLgAmount = batch.NumberAt(11, row),
        SellLgVol = batch.NumberAt(12, row), SellLgAmount = batch.NumberAt(13, row), BuyElgVol = batch.NumberAt(14, row),
        BuyElgAmount = batch.NumberAt(15, row), SellElgVol = batch.NumberAt(16, row), SellElgAmount = batch.NumberAt(17, row),
        NetMfVol = batch.NumberAt(18, row), NetMfAmount = batch.NumberAt(19, row),
    };
}
