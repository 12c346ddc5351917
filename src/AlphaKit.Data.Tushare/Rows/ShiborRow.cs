// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Interbank rates (上海银行间同业拆放利率): a row of <c>shibor</c>, in the vendor's units; missing values are null.</summary>
public sealed record ShiborRow : ITushareRow<ShiborRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("shibor");

    /// <summary><c>date</c>.</summary>
    public DateOnly Date { get; init; }
    /// <summary><c>on</c>, in %.</summary>
    public double? On { get; init; }
    /// <summary><c>1w</c>, in %.</summary>
    public double? W1 { get; init; }
    /// <summary><c>2w</c>, in %.</summary>
    public double? W2 { get; init; }
    /// <summary><c>1m</c>, in %.</summary>
    public double? M1 { get; init; }
    /// <summary><c>3m</c>, in %.</summary>
    public double? M3 { get; init; }
    /// <summary><c>6m</c>, in %.</summary>
    public double? M6 { get; init; }
    /// <summary><c>9m</c>, in %.</summary>
    public double? M9 { get; init; }
    /// <summary><c>1y</c>, in %.</summary>
    public double? Y1 { get; init; }

    /// <inheritdoc/>
    static ShiborRow ITushareRow<ShiborRow>.Read(TushareBatch batch, int row) => new()
    {
        Date = batch.Columns[0].Dates[row], On = batch.NumberAt(1, row), W1 = batch.NumberAt(2, row), W2 = batch.NumberAt(3, row), M1 = batch.NumberAt(4, row),
        M3 = batch.NumberAt(5, row), M6 = batch.NumberAt(6, row), M9 = batch.NumberAt(7, row), Y1 = batch.NumberAt(8, row),
    };
}
