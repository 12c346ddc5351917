namespace AlphaKit.Data.Simulation.Tests;

/// <summary>Returns by day and share, and rank correlations, written from their definitions.</summary>
internal sealed class Returns
{
    private readonly double[,] _adjusted;

    public Returns(SimulatedMarket market)
    {
        Axes = market.Alpha.Axes;
        Daily = new double[Axes.Days, Axes.Count];
        _adjusted = new double[Axes.Days, Axes.Count];
        for (int t = 0; t < Axes.Days; t++)
        {
            for (int j = 0; j < Axes.Count; j++) Daily[t, j] = _adjusted[t, j] = double.NaN;
        }

        SourceTable daily = Markets.Table(market, "daily"), factors = Markets.Table(market, "adj_factor"), basic = Markets.Table(market, "stock_basic");
        Dictionary<Symbol, DateOnly> listed = [];
        for (int r = 0; r < basic.RowCount; r++) listed[basic.Symbols()[r]] = basic.Dates("list_date")[r];
        double[,] factor = new double[Axes.Days, Axes.Count];
        for (int r = 0; r < factors.RowCount; r++) factor[Axes.Calendar.IndexOf(factors.Dates()[r]), Axes.ColumnOf(factors.Symbols()[r])] = factors.Numbers("adj_factor")[r];
        for (int r = 0; r < daily.RowCount; r++)
        {
            // Shares younger than a quarter of a year climb limit by limit after an issue below their value; universes leave them out.
            if (daily.Dates()[r] < listed[daily.Symbols()[r]].AddDays(90)) continue;
            int t = Axes.Calendar.IndexOf(daily.Dates()[r]), j = Axes.ColumnOf(daily.Symbols()[r]);
            Daily[t, j] = (daily.Numbers("close")[r] / daily.Numbers("pre_close")[r]) - 1;
            _adjusted[t, j] = daily.Numbers("close")[r] * factor[t, j];
        }
    }

    public PanelAxes Axes { get; }

    public double[,] Daily { get; }

    public List<double> Series(int column)
    {
        List<double> result = [];
        for (int t = 0; t < Axes.Days; t++)
        {
            if (!double.IsNaN(Daily[t, column])) result.Add(Daily[t, column]);
        }

        return result;
    }

    /// <summary>Daily rank correlations of a signal at T with the return from T + delay to T + delay + horizon.</summary>
    public List<double> RankIcs(Func<int, int, double> signal, int delay, int horizon)
    {
        List<double> result = [];
        for (int t = 0; t + delay + horizon < Axes.Days; t++)
        {
            List<double> x = [], y = [];
            for (int j = 0; j < Axes.Count; j++)
            {
                double s = signal(t, j), r = (_adjusted[t + delay + horizon, j] / _adjusted[t + delay, j]) - 1;
                if (double.IsNaN(s) || double.IsNaN(r)) continue;
                x.Add(s);
                y.Add(r);
            }

            if (x.Count >= 30) result.Add(Correlation(Ranks(x), Ranks(y)));
        }

        return result;
    }

    /// <summary>Standard error of the mean of an autocorrelated series, from means of blocks of 20 days.</summary>
    public static double StandardError(List<double> series)
    {
        double[] blocks = [.. series.Chunk(20).Where(b => b.Length == 20).Select(b => b.Average())];
        double mean = blocks.Average();
        return Math.Sqrt(blocks.Sum(b => (b - mean) * (b - mean)) / (blocks.Length - 1) / blocks.Length);
    }

    public static double Correlation(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double mx = x.Average(), my = y.Average(), xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Count; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }

        return xy / Math.Sqrt(xx * yy);
    }

    private static double[] Ranks(List<double> values)
    {
        double[] keys = [.. values], ranks = new double[keys.Length];
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        for (int i = 0; i < order.Length; i++) ranks[order[i]] = i;
        return ranks;
    }
}
