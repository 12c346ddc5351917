// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Progress of buy-backs, cumulative (股票回购): a row of <c>repurchase</c>, in the vendor's units; missing values are null.</summary>
public sealed record RepurchaseRow : ITushareRow<RepurchaseRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("repurchase");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>ann_date</c>: announcement date.</summary>
    public DateOnly AnnDate { get; init; }
    /// <summary><c>end_date</c>: end of the period.</summary>
    public DateOnly? EndDate { get; init; }
    /// <summary><c>proc</c>.</summary>
    public string Proc { get; init; } = "";
    /// <summary><c>exp_date</c>.</summary>
    public DateOnly? ExpDate { get; init; }
    /// <summary><c>vol</c>: quantity traded, or held, in shares.</summary>
    public double? Vol { get; init; }
    /// <summary><c>amount</c>: money traded, or paid, in CNY.</summary>
    public double? Amount { get; init; }
    /// <summary><c>high_limit</c>, in CNY.</summary>
    public double? HighLimit { get; init; }
    /// <summary><c>low_limit</c>, in CNY.</summary>
    public double? LowLimit { get; init; }

    /// <inheritdoc/>
    static RepurchaseRow ITushareRow<RepurchaseRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), AnnDate = batch.Columns[1].Dates[row], EndDate = batch.DateAt(2, row), Proc = batch.Columns[3].Texts[row],
        ExpDate = batch.DateAt(4, row), Vol = batch.NumberAt(5, row), Amount = batch.NumberAt(6, row), HighLimit = batch.NumberAt(7, row),
        LowLimit = batch.NumberAt(8, row),
    };
}
