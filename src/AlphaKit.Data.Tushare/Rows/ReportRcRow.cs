// Written from Endpoints/endpoints.txt: change that table and run the tests with AK_UPDATE_ROWS=1.
namespace AlphaKit.Data.Tushare;

/// <summary>Forecasts of analysts, one row for each forecast period (卖方盈利预测): a row of <c>report_rc</c>, in the vendor's units; missing values are null.</summary>
public sealed record ReportRcRow : ITushareRow<ReportRcRow>
{
    /// <inheritdoc/>
    public static TushareEndpoint Endpoint => TushareEndpoints.Get("report_rc");

    /// <summary><c>ts_code</c>: security code.</summary>
    public Symbol TsCode { get; init; }
    /// <summary><c>name</c>: name of the security; today's unless the row is dated.</summary>
    public string? Name { get; init; }
    /// <summary><c>report_date</c>.</summary>
    public DateOnly ReportDate { get; init; }
    /// <summary><c>report_title</c>.</summary>
    public string ReportTitle { get; init; } = "";
    /// <summary><c>report_type</c>: 1 consolidated, 4 and 5 its restated and original versions, 2 and 3 single quarter, 6 to 12 parent company.</summary>
    public string? ReportType { get; init; }
    /// <summary><c>classify</c>.</summary>
    public string? Classify { get; init; }
    /// <summary><c>org_name</c>.</summary>
    public string OrgName { get; init; } = "";
    /// <summary><c>author_name</c>.</summary>
    public string AuthorName { get; init; } = "";
    /// <summary><c>quarter</c>: forecast period, such as 2024Q4.</summary>
    public string Quarter { get; init; } = "";
    /// <summary><c>op_rt</c>, in ten thousand CNY (万元).</summary>
    public double? OpRt { get; init; }
    /// <summary><c>op_pr</c>, in ten thousand CNY (万元).</summary>
    public double? OpPr { get; init; }
    /// <summary><c>tp</c>, in ten thousand CNY (万元).</summary>
    public double? Tp { get; init; }
    /// <summary><c>np</c>, in ten thousand CNY (万元).</summary>
    public double? Np { get; init; }
    /// <summary><c>eps</c>, in CNY.</summary>
    public double? Eps { get; init; }
    /// <summary><c>pe</c>: price over latest annual earnings; missing for losses.</summary>
    public double? Pe { get; init; }
    /// <summary><c>rd</c>.</summary>
    public double? Rd { get; init; }
    /// <summary><c>roe</c>: return on equity, diluted, in %.</summary>
    public double? Roe { get; init; }
    /// <summary><c>ev_ebitda</c>.</summary>
    public double? EvEbitda { get; init; }
    /// <summary><c>rating</c>.</summary>
    public string? Rating { get; init; }
    /// <summary><c>max_price</c>, in CNY.</summary>
    public double? MaxPrice { get; init; }
    /// <summary><c>min_price</c>, in CNY.</summary>
    public double? MinPrice { get; init; }
    /// <summary><c>imp_dg</c>.</summary>
    public string? ImpDg { get; init; }
    /// <summary><c>create_time</c>: vendor's time stamp: when the report was entered, with time of day.</summary>
    public string? CreateTime { get; init; }

    /// <inheritdoc/>
    static ReportRcRow ITushareRow<ReportRcRow>.Read(TushareBatch batch, int row) => new()
    {
        TsCode = batch.SymbolAt(0, row), Name = batch.TextAt(1, row), ReportDate = batch.Columns[2].Dates[row], ReportTitle = batch.Columns[3].Texts[row],
        ReportType = batch.TextAt(4, row), Classify = batch.TextAt(5, row), OrgName = batch.Columns[6].Texts[row], AuthorName = batch.Columns[7].Texts[row],
        Quarter = batch.Columns[8].Texts[row], OpRt = batch.NumberAt(9, row), OpPr = batch.NumberAt(10, row), Tp = batch.NumberAt(11, row),
        Np = batch.NumberAt(12, row), Eps = batch.NumberAt(13, row), Pe = batch.NumberAt(14, row), Rd = batch.NumberAt(15, row), Roe = batch.NumberAt(16, row),
        EvEbitda = batch.NumberAt(17, row), Rating = batch.TextAt(18, row), MaxPrice = batch.NumberAt(19, row), MinPrice = batch.NumberAt(20, row),
        ImpDg = batch.TextAt(21, row), CreateTime = batch.TextAt(22, row),
    };
}
