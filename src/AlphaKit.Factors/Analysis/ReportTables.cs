using System.Globalization;

namespace AlphaKit.Factors;

/// <summary>The tables of a <see cref="FactorReport"/>.</summary>
internal static class ReportTables
{
    private static readonly (CoverageReason Reason, string Text)[] Reasons =
    [
        (CoverageReason.NotInUniverse, "not in the universe"),
        (CoverageReason.NoFactorValue, "no factor value"),
        (CoverageReason.BeyondData, "label ends after the data"),
        (CoverageReason.Suspended, "suspended on the entry day"),
        (CoverageReason.LimitUp, "locked at the upper limit on the entry day"),
        (CoverageReason.NoEntryPrice, "no price on the entry day"),
        (CoverageReason.NoExitPrice, "no price on the exit day"),
        (CoverageReason.NoMean, "no mean to measure the label against"),
        (CoverageReason.TooFewNames, "too few names that day"),
        (CoverageReason.NoVariance, "no variance that day"),
        (CoverageReason.Used, "used"),
    ];

    public static Table Ic(DateOnly[] dates, DayAnalysis[] days) => new(
        "ic",
        TableColumn.Date("date", dates),
        TableColumn.Number("ic", days.Select(d => d.Ic), "F4"),
        TableColumn.Number("rank_ic", days.Select(d => d.RankIc), "F4"),
        TableColumn.Integer("names", days.Select(d => (long)d.Names)));

    public static Table Quantiles(DayAnalysis[] days, int quantiles)
    {
        DayAnalysis[] used = [.. days.Where(d => d.QuantileMeans.Length > 0)];
        int[] groups = [.. Enumerable.Range(0, quantiles)];
        double[][] means = [.. groups.Select(q => used.Select(d => d.QuantileMeans[q]).Where(m => !double.IsNaN(m)).ToArray())];
        return new Table(
            "quantiles",
            TableColumn.Integer("quantile", groups.Select(q => q + 1L)),
            TableColumn.Number("mean_return", means.Select(m => Moments.Mean(m)), "P3"),
            TableColumn.Number("names", groups.Select(q => used.Average(d => d.QuantileNames[q])), "F1"),
            TableColumn.Integer("days", means.Select(m => (long)m.Length)));
    }

    public static Table QuantilesByDate(DateOnly[] dates, DayAnalysis[] days, int quantiles) => new(
        "quantiles_by_date",
        [
            TableColumn.Date("date", dates),
            .. Enumerable.Range(0, quantiles).Select(q => TableColumn.Number(
                string.Create(CultureInfo.InvariantCulture, $"q{q + 1}"),
                days.Select(d => d.QuantileMeans.Length > 0 ? d.QuantileMeans[q] : double.NaN),
                "P3")),
            TableColumn.Number("top_minus_bottom", days.Select(d => d.TopMinusBottom), "P3"),
        ]);

    public static Table Coverage(DayAnalysis[] days)
    {
        long[] cells = [.. Reasons.Select(r => days.Sum(d => d.Lost[(int)r.Reason]))];
        double total = cells.Sum();
        return new Table(
            "coverage",
            TableColumn.Text("reason", Reasons.Select(r => r.Text)),
            TableColumn.Integer("cells", cells),
            TableColumn.Number("share", cells.Select(c => total > 0 ? c / total : double.NaN), "P2"));
    }

    public static Table Summary(
        SeriesSummary ic, SeriesSummary rankIc, SeriesSummary spread, double stability, int tooFew, int flat, int beyond)
    {
        List<(string Metric, double Value, string Formula)> rows = [];
        Add("ic", ic, "Pearson correlation of factor and label");
        Add("rank_ic", rankIc, "Pearson correlation of average ranks");
        Add("top_minus_bottom", spread, "mean label of the highest group − of the lowest");
        rows.Add(("rank_autocorrelation", stability, "mean correlation of today's ranks with those of the trading day before"));
        rows.Add(("days", rankIc.Days, "days with an IC"));
        rows.Add(("days_too_few_names", tooFew, "days with fewer names than the minimum"));
        rows.Add(("days_without_variance", flat, "days on which factor or label is constant"));
        rows.Add(("days_beyond_data", beyond, "days whose label ends after the data"));
        return new Table(
            "summary",
            TableColumn.Text("metric", rows.Select(r => r.Metric)),
            TableColumn.Number("value", rows.Select(r => r.Value)),
            TableColumn.Text("formula", rows.Select(r => r.Formula)));

        void Add(string name, SeriesSummary s, string what)
        {
            rows.Add(($"{name}_mean", s.Mean, $"mean over days of: {what}"));
            rows.Add(($"{name}_std", s.StandardDeviation, "standard deviation over days, divisor n − 1"));
            rows.Add(($"{name}_ir", s.Ratio, "mean / std, not annualised"));
            rows.Add(($"{name}_positive", s.PositiveShare, "share of days above 0"));
            rows.Add(($"{name}_t", s.TStatistic, string.Create(CultureInfo.InvariantCulture, $"mean / √(S/n), S = γ₀ + 2·Σ(1 − l/{s.Lags + 1})·γ_l, l = 1 … {s.Lags} (Newey–West)")));
        }
    }
}
