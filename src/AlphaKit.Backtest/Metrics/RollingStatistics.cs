namespace AlphaKit.Backtest;

/// <summary>Measures over a window that moves day by day 滚动指标.</summary>
public static class RollingStatistics
{
    /// <summary>
    /// One row per day: date, return (Π(1 + r) − 1 over the window, not annualised), volatility, sharpe, benchmark_return, excess (return −
    /// benchmark_return), beta, tracking_error, information_ratio, max_drawdown, with the definitions of <see cref="ReturnStatistics"/> over the
    /// last <paramref name="window"/> days, that day included. Every window is computed anew, so nothing of a day that has left it remains. Missing
    /// before the first full window.
    /// </summary>
    /// <param name="calendar">The trading days.</param>
    /// <param name="returns">Simple daily returns, one per day, finite.</param>
    /// <param name="benchmark">Simple daily returns of the benchmark, one per day, finite.</param>
    /// <param name="window">Trading days of the window, at least 2.</param>
    /// <param name="daysPerYear">N, by which volatilities and ratios are annualised.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Table Of(TradingCalendar calendar, IReadOnlyList<double> returns, IReadOnlyList<double> benchmark, int window, double daysPerYear)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(returns);
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 2);
        if (!(daysPerYear > 0)) throw new ArgumentOutOfRangeException(nameof(daysPerYear), daysPerYear, "Must be a positive number of trading days per year.");
        if (returns.Count != calendar.Count || benchmark.Count != calendar.Count)
            throw new ArgumentException($"There are {returns.Count} returns, {benchmark.Count} of the benchmark and {calendar.Count} days: there must be one for each day.", nameof(returns));
        double[] r = [.. returns], b = [.. benchmark], e = ReturnStatistics.Excess(r, b);
        int n = r.Length;
        string[] names = ["return", "volatility", "sharpe", "benchmark_return", "excess", "beta", "tracking_error", "information_ratio", "max_drawdown"];
        double[][] columns = [.. names.Select(_ => Missing(n))];
        for (int t = window - 1; t < n; t++)
        {
            ReadOnlySpan<double> own = r.AsSpan(t - window + 1, window), other = b.AsSpan(t - window + 1, window), active = e.AsSpan(t - window + 1, window);
            double total = ReturnStatistics.TotalReturn(own), index = ReturnStatistics.TotalReturn(other);
            columns[0][t] = total;
            columns[1][t] = ReturnStatistics.AnnualisedVolatility(own, daysPerYear);
            columns[2][t] = ReturnStatistics.Sharpe(own, 0, daysPerYear);
            columns[3][t] = index;
            columns[4][t] = total - index;
            columns[5][t] = ReturnStatistics.Beta(own, other);
            columns[6][t] = ReturnStatistics.AnnualisedVolatility(active, daysPerYear);
            columns[7][t] = ReturnStatistics.Sharpe(active, 0, daysPerYear);
            columns[8][t] = ReturnStatistics.MaxDrawdown(own).Depth;
        }

        return new Table("rolling", [TableColumn.Date("date", calendar), .. names.Select((name, i) => TableColumn.Number(name, columns[i], name is "sharpe" or "beta" or "information_ratio" ? "F2" : "P2"))]);
    }

    private static double[] Missing(int n)
    {
        double[] values = new double[n];
        Array.Fill(values, double.NaN);
        return values;
    }
}
