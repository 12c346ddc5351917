// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Earnings forecasts of companies (业绩预告): a row of <c>forecast</c>, in the vendor's units; missing values are null.</summary>
public sealed record ForecastRow : ITushareRow<ForecastRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("forecast");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>ann_date</c>: announcement date.</summary>
    public DateOnly? AnnDate { get; init; }
    /// <summary><c>end_date</c>: end of the period.</summary>
    public DateOnly EndDate { get; init; }
    /// <summary><c>type</c>.</summary>
    public string? Type { get; init; }
    /// <summary><c>p_change_min</c>, in %.</summary>
    public double? PChangeMin { get; init; }
    /// <summary><c>p_change_max</c>, in %.</summary>
    public double? PChangeMax { get; init; }
    /// <summary><c>net_profit_min</c>, in ten thousand CNY (万元).</summary>
    public double? NetProfitMin { get; init; }
    /// <summary><c>net_profit_max</c>, in ten thousand CNY (万元).</summary>
    public double? NetProfitMax { get; init; }
    /// <summary><c>last_parent_net</c>, in ten thousand CNY (万元).</summary>
    public double? LastParentNet { get; init; }
    /// <summary><c>first_ann_date</c>.</summary>
    public DateOnly? FirstAnnDate { get; init; }
    /// <summary><c>summary</c>.</summary>
    public string? Summary { get; init; }
    /// <summary><c>change_reason</c>.</summary>
    public string? ChangeReason { get; init; }

    /// <inheritdoc/>
    static ForecastRow ITushareRow<ForecastRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), AnnDate = batch.DateAt(1, row), EndDate = batch.Columns[2].Dates[row], Type = batch.TextAt(3, row),
        PChangeMin = batch.NumberAt(4, row), PChangeMax = batch.NumberAt(5, row), NetProfitMin = batch.NumberAt(6, row), NetProfitMax = batch.NumberAt(7, row),
        LastParentNet = batch.NumberAt(8, row), FirstAnnDate = batch.DateAt(9, row), Summary = batch.TextAt(10, row), ChangeReason = batch.TextAt(11, row),
    };
}
