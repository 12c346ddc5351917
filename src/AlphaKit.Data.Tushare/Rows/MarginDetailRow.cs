// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Margin trading by security (融资融券交易明细): a row of <c>margin_detail</c>, in the vendor's units; missing values are null.</summary>
public sealed record MarginDetailRow : ITushareRow<MarginDetailRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("margin_detail");

    /// <summary><c>trade_date</c>: trading day.</summary>
    public DateOnly TradeDate { get; init; }
    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>name</c>: name of the security; today's unless the row is dated.</summary>
    public string? Name { get; init; }
    /// <summary><c>rzye</c>: financing balance (融资余额), in CNY.</summary>
    public double? Rzye { get; init; }
    /// <summary><c>rqye</c>: short balance (融券余额), in CNY.</summary>
    public double? Rqye { get; init; }
    /// <summary><c>rzmre</c>: financing bought, in CNY.</summary>
    public double? Rzmre { get; init; }
    /// <summary><c>rqyl</c>: short position, in shares.</summary>
    public double? Rqyl { get; init; }
    /// <summary><c>rzche</c>: financing repaid, in CNY.</summary>
    public double? Rzche { get; init; }
    /// <summary><c>rqchl</c>: short position repaid, in shares.</summary>
    public double? Rqchl { get; init; }
    /// <summary><c>rqmcl</c>: sold short, in shares.</summary>
    public double? Rqmcl { get; init; }
    /// <summary><c>rzrqye</c>: financing and short balance, in CNY.</summary>
    public double? Rzrqye { get; init; }

    /// <inheritdoc/>
    static MarginDetailRow ITushareRow<MarginDetailRow>.Read(TushareBatch batch, int row) => new()
    {
        TradeDate = batch.Columns[0].Dates[row], TsCode = batch.SymbolAt(1, row), Name = batch.TextAt(2, row), Rzye = batch.NumberAt(3, row),
        Rqye = batch.NumberAt(4, row), Rzmre = batch.NumberAt(5, row), Rqyl = batch.NumberAt(6, row), Rzche = batch.NumberAt(7, row),
        Rqchl = batch.NumberAt(8, row), Rqmcl = batch.NumberAt(9, row), Rzrqye = batch.NumberAt(10, row),
    };
}
