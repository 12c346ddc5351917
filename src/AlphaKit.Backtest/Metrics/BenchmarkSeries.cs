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
        int columns = frame.Axes.Count;
        double[] weights = new double[columns], returns = new double[frame.Last - frame.First + 1];
        float[] lastClose = new float[columns];
        Array.Fill(lastClose, float.NaN);
        for (int row = 0; row < frame.First; row++) Carry(frame.Close.Row(row), lastClose);
        bool weighted = false;
        for (int row = frame.First; row <= frame.Last; row++)
        {
            if (row > 0 && schedule.DealsOn(frame.Calendar, row, frame.First)) weighted = Reset(frame.Members.Row(row - 1), lastClose, weights);
            ReadOnlySpan<float> close = frame.Close.Row(row);
            ReadOnlySpan<float> reference = frame.Basis == PriceBasis.Raw ? frame.PreClose!.Row(row) : lastClose;
            double change = 0;
            for (int i = 0; i < columns; i++)
            {
                if (weights[i] == 0) continue;
                double r = ReturnOf(close[i], reference[i]), moved = weights[i] * (1 + r);
                change += moved - weights[i];
                weights[i] = moved;
            }

            foreach (int i in actions.DelistedOn(row))
            {
                change -= weights[i] * (1 - kept);
                weights[i] *= kept;
            }

            if (weighted && change > -1)
            {
                double scale = 1 / (1 + change);
                for (int i = 0; i < columns; i++) weights[i] *= scale;
            }

            returns[row - frame.First] = change;
            Carry(close, lastClose);
        }

        return returns;
    }

    private static bool Reset(ReadOnlySpan<bool> members, float[] lastClose, double[] weights)
    {
        int count = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            if (members[i] && lastClose[i] > 0) count++;
        }

        for (int i = 0; i < weights.Length; i++) weights[i] = members[i] && lastClose[i] > 0 ? 1.0 / count : 0;
        return count > 0;
    }

    private static void Carry(ReadOnlySpan<float> close, float[] lastClose)
    {
        for (int i = 0; i < lastClose.Length; i++)
        {
            if (close[i] > 0) lastClose[i] = close[i];
        }
    }

    private static double ReturnOf(float close, float reference)
    {
        double r = ((double)close / reference) - 1;
        return double.IsFinite(r) && close > 0 ? r : 0;
    }
}
