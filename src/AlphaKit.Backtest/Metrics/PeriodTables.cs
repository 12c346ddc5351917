using System.Globalization;

namespace AlphaKit.Backtest;

/// <summary>The yearly and monthly tables.</summary>
internal static class PeriodTables
{
    /// <summary>One row per calendar year; part years are not annualised except where the column says so.</summary>
    public static Table Yearly(TradingCalendar calendar, double[] returns, double[] benchmark, double daysPerYear)
    {
        double[] excess = ReturnStatistics.Excess(returns, benchmark);
        var years = PeriodReturns.Of(calendar, returns, PeriodReturns.Year);
        return new Table(
            "yearly",
            TableColumn.Text("year", years.Select(y => calendar[y.Start].Year.ToString(CultureInfo.InvariantCulture))),
            TableColumn.Integer("days", years.Select(y => (long)y.Count)),
            Column("return", "P2", y => y.Return),
            Column("benchmark", "P2", y => ReturnStatistics.TotalReturn(Part(benchmark, y))),
            Column("arithmetic_excess", "P2", y => y.Return - ReturnStatistics.TotalReturn(Part(benchmark, y))),
            Column("compounded_excess", "P2", y => ReturnStatistics.TotalReturn(Part(excess, y))),
            Column("annualised_volatility", "P2", y => ReturnStatistics.AnnualisedVolatility(Part(returns, y), daysPerYear)),
            Column("sharpe", "F2", y => ReturnStatistics.Sharpe(Part(returns, y), 0, daysPerYear)),
            Column("max_drawdown", "P2", y => ReturnStatistics.MaxDrawdown(Part(returns, y)).Depth),
            Column("tracking_error", "P2", y => ReturnStatistics.AnnualisedVolatility(Part(excess, y), daysPerYear)),
            Column("information_ratio", "F2", y => ReturnStatistics.Sharpe(Part(excess, y), 0, daysPerYear)),
            Column("excess_max_drawdown", "P2", y => ReturnStatistics.MaxDrawdown(Part(excess, y)).Depth));

        TableColumn Column(string name, string format, Func<(int Start, int Count, double Return), double> value) =>
            TableColumn.Number(name, years.Select(value), format);
    }

    /// <summary>One row per calendar month.</summary>
    public static Table Monthly(TradingCalendar calendar, double[] returns, double[] benchmark)
    {
        var months = PeriodReturns.Of(calendar, returns, PeriodReturns.Month);
        return new Table(
            "monthly",
            TableColumn.Text("month", months.Select(m => calendar[m.Start].ToString("yyyy-MM", CultureInfo.InvariantCulture))),
            TableColumn.Integer("days", months.Select(m => (long)m.Count)),
            TableColumn.Number("return", months.Select(m => m.Return), "P2"),
            TableColumn.Number("benchmark", months.Select(m => ReturnStatistics.TotalReturn(Part(benchmark, m))), "P2"),
            TableColumn.Number("excess", months.Select(m => m.Return - ReturnStatistics.TotalReturn(Part(benchmark, m))), "P2"));
    }

    private static ReadOnlySpan<double> Part(double[] series, (int Start, int Count, double Return) period) => series.AsSpan(period.Start, period.Count);
}
