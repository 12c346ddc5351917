// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Net flow through Stock Connect; daily figures end on 2024-08-16 (沪深港通资金流向): a row of <c>moneyflow_hsgt</c>, in the vendor's units; missing values are null.</summary>
public sealed record MoneyflowHsgtRow : ITushareRow<MoneyflowHsgtRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("moneyflow_hsgt");

    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>ggt_ss</c>, in million CNY (百万元).</summary>
    public double? GgtSs { get; init; }
    /// <summary><c>ggt_sz</c>, in million CNY (百万元).</summary>
    public double? GgtSz { get; init; }
    /// <summary><c>hgt</c>, in million CNY (百万元).</summary>
    public double? Hgt { get; init; }
    /// <summary><c>sgt</c>, in million CNY (百万元).</summary>
    public double? Sgt { get; init; }
    /// <summary><c>north_money</c>: northbound net flow (北向资金), in million CNY (百万元).</summary>
    public double? NorthMoney { get; init; }
    /// <summary><c>south_money</c>, in million CNY (百万元).</summary>
    public double? SouthMoney { get; init; }

    /// <inheritdoc/>
    static MoneyflowHsgtRow ITushareRow<MoneyflowHsgtRow>.Read(TushareBatch batch, int row) => new()
    {
        TradeDate = batch.Columns[0].Dates[row], GgtSs = batch.NumberAt(1, row), GgtSz = batch.NumberAt(2, row), Hgt = batch.NumberAt(3, row),
        Sgt = batch.NumberAt(4, row), NorthMoney = batch.NumberAt(5, row), SouthMoney = batch.NumberAt(6, row),
    };
}
