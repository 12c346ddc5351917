// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Margin trading by exchange (融资融券交易汇总): a row of <c>margin</c>, in the vendor's units; missing values are null.</summary>
public sealed record MarginRow : ITushareRow<MarginRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("margin");

    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>exchange_id</c>.</summary>
    public string ExchangeId { get; init; } = "";
    /// <summary><c>rzye</c>: financing balance (融资余额), in CNY.</summary>
    public double? Rzye { get; init; }
    /// <summary><c>rzmre</c>: financing bought, in CNY.</summary>
    public double? Rzmre { get; init; }
    /// <summary><c>rzche</c>: financing repaid, in CNY.</summary>
    public double? Rzche { get; init; }
    /// <summary><c>rqye</c>: short balance (融券余额), in CNY.</summary>
    public double? Rqye { get; init; }
    /// <summary><c>rqmcl</c>: sold short, in shares.</summary>
    public double? Rqmcl { get; init; }
    /// <summary><c>rzrqye</c>: financing and short balance, in CNY.</summary>
    public double? Rzrqye { get; init; }
    /// <summary><c>rqyl</c>: short position, in shares.</summary>
    public double? Rqyl { get; init; }

    /// <inheritdoc/>
    static MarginRow ITushareRow<MarginRow>.Read(TushareBatch batch, int row) => new()
    {
        TradeDate = batch.Columns[0].Dates[row], ExchangeId = batch.Columns[1].Texts[row], Rzye = batch.NumberAt(2, row), Rzmre = batch.NumberAt(3, row),
        Rzche = batch.NumberAt(4, row), Rqye = batch.NumberAt(5, row), Rqmcl = batch.NumberAt(6, row), Rzrqye = batch.NumberAt(7, row),
        Rqyl = batch.NumberAt(8, row),
    };
}
