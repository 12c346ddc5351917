namespace AlphaKit.Data.Simulation;

/// <summary>daily_basic: turnover, valuation by the statements announced before the day, share counts, market values.</summary>
internal static class ValuationTable
{
    public static SourceTable Render(World world, CancellationToken stop) => DailyRenderer.Render(
        world,
        "daily_basic",
        ["close", "turnover_rate", "turnover_rate_f", "volume_ratio", "pe", "pe_ttm", "pb", "ps", "ps_ttm", "dv_ratio", "dv_ttm", "total_share", "float_share", "free_share", "total_mv", "circ_mv"],
        static (path, i) => path.Traded(i),
        (path, columns, row) => Fill(world, path, columns, row),
        stop);

    private static void Fill(World world, StockPath path, double[][] columns, int row)
    {
        Fundamentals known = new(path.Company);
        long[] last = new long[5];
        long sum = 0;
        int traded = 0;
        for (int i = 0; i < path.Count; i++)
        {
            if (!path.Traded(i)) continue;
            DateOnly date = world.DayOf(path, i);
            known.MoveTo(date);
            double close = path.Close[i] / 100.0, total = path.Shares[i] / 1e4;
            double floating = Math.Round(total * path.Profile.FloatRatio(date), 4), free = Math.Round(total * path.Profile.FreeFloatRatio(date), 4);
            double value = close * total * 1e4;
            columns[0][row] = close;
            columns[1][row] = Math.Round(path.Volume[i] / (floating * 1e4) * 100, 4);
            columns[2][row] = Math.Round(path.Volume[i] / (free * 1e4) * 100, 4);
            columns[3][row] = traded >= 5 ? Math.Round(path.Volume[i] * 5.0 / sum, 2) : double.NaN;
            columns[4][row] = known.AnnualIncome > 0 ? Math.Round(value / known.AnnualIncome, 4) : double.NaN;
            columns[5][row] = known.TrailingIncome > 0 ? Math.Round(value / known.TrailingIncome, 4) : double.NaN;
            columns[6][row] = known.Equity > 0 ? Math.Round(value / known.Equity, 4) : double.NaN;
            columns[7][row] = known.AnnualRevenue > 0 ? Math.Round(value / known.AnnualRevenue, 4) : double.NaN;
            columns[8][row] = known.TrailingRevenue > 0 ? Math.Round(value / known.TrailingRevenue, 4) : double.NaN;
            (double calendarYear, double trailing) = Fundamentals.DividendsPerShare(path.Company, date);
            columns[9][row] = calendarYear > 0 ? Math.Round(calendarYear / close * 100, 4) : double.NaN;
            columns[10][row] = trailing > 0 ? Math.Round(trailing / close * 100, 4) : double.NaN;
            columns[11][row] = total;
            columns[12][row] = floating;
            columns[13][row] = free;
            columns[14][row] = Math.Round(close * total, 4);
            columns[15][row] = Math.Round(close * floating, 4);
            row++;
            sum += path.Volume[i] - last[traded % 5];
            last[traded % 5] = path.Volume[i];
            traded++;
        }
    }
}
