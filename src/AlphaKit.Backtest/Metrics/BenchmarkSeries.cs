namespace AlphaKit.Backtest;

/// <summary>Daily returns of what a portfolio is compared with.</summary>
internal static class BenchmarkSeries
{
    /// <summary>Close-to-close returns of an index.</summary>
    public static async ValueTask<double[]> OfIndexAsync(IMarketData market, MarketFrame frame, Symbol index, CancellationToken cancellationToken)
    {
        if (!market.Coverage.Has(Datasets.IndexBars)) throw new DatasetNotAvailableException(Datasets.IndexBars.Name, market.Coverage.WhyMissing(Datasets.IndexBars));
        int before = Math.Max(frame.First - 1, 0);
        double[] closes = new double[frame.Last - before + 1];
        DatasetQuery query = new() { From = frame.Calendar[before], To = frame.Calendar[frame.Last], Symbols = [index] };
        await foreach (IndexBar bar in market.ReadAsync(Datasets.IndexBars, query, cancellationToken).ConfigureAwait(false))
        {
            if (bar.Index == index && frame.Calendar.Contains(bar.Date)) closes[frame.Calendar.IndexOf(bar.Date) - before] = bar.Close;
        }

        for (int t = 0; t < closes.Length; t++)
        {
            if (!(closes[t] > 0)) throw new MissingBenchmarkException(index, frame.Calendar[before + t]);
        }

        double[] returns = new double[frame.Last - frame.First + 1];
        for (int t = 0; t < returns.Length; t++)
        {
            int row = frame.First + t - before;
            returns[t] = row == 0 ? 0 : (closes[row] / closes[row - 1]) - 1;
        }

        return returns;
    }

    /// <summary>
    /// The equally weighted universe without costs: equal weights at the close before every dealing day (members as known then), drifting in
    /// between; cash before the first dealing day, as the portfolio is. A share without a bar returns 0 that day; a delisted
    /// one loses what the portfolio's shares lose.
    /// </summary>
    public static double[] OfUniverse(MarketFrame frame, CorporateCalendar actions, BacktestOptions options)
    {
        Schedule schedule = options.Schedule;
        double kept = options.Delisting == DelistingPolicy.Worthless ? 0 : 1 - (double)options.DelistingHaircut;
        UniverseWeights universe = new(frame.Axes.Count, frame.Basis);
        double[] returns = new double[frame.Last - frame.First + 1];
        for (int row = 0; row < frame.First; row++) universe.Carry(frame.Close.Row(row));
        for (int row = frame.First; row <= frame.Last; row++)
        {
            if (row > 0 && schedule.DealsOn(frame.Calendar, row, frame.First)) universe.Reset(frame.Members.Row(row - 1));
            double change = universe.Move(frame.Close.Row(row), frame.Basis == PriceBasis.Raw ? frame.PreClose!.Row(row) : default);
            foreach (int i in actions.DelistedOn(row)) change -= universe.Lose(i, 1 - kept);
            universe.Grow(change);
            returns[row - frame.First] = change;
        }

        return returns;
    }
}
