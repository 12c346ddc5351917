namespace AlphaKit.Portfolio;

/// <summary>
/// Realised volatility (已实现波动率) of an index or market as a series: the standard deviation (divisor n − 1) of the last n daily log returns, times the
/// square root of the trading days of a year. 0.25 is what traders call 25. A-shares have no published volatility index since 2018; this stands in.
/// </summary>
public static class RealisedVolatility
{
    /// <summary>Default window in trading days.</summary>
    public const int DefaultWindow = 20;

    /// <summary>Default trading days of a year.</summary>
    public const double DefaultDaysPerYear = 242;

    /// <summary>Of closing levels.</summary>
    /// <param name="name">Name of the series.</param>
    /// <param name="calendar">The days.</param>
    /// <param name="closes">One close per day, above 0; NaN where there is none: windows that touch it have no value.</param>
    /// <param name="window">Returns per value, 2 or more.</param>
    /// <param name="daysPerYear">Trading days of a year, 200 to 366.</param>
    /// <exception cref="ArgumentException">There is not one close per day, or one is not above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window or the days are outside their range.</exception>
    public static MarketSeries Of(string name, TradingCalendar calendar, IReadOnlyList<double> closes, int window = DefaultWindow, double daysPerYear = DefaultDaysPerYear)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(closes);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 2);
        if (daysPerYear is not (>= 200 and <= 366)) throw new ArgumentOutOfRangeException(nameof(daysPerYear), daysPerYear, "Must be 200 to 366 trading days.");
        if (closes.Count != calendar.Count) throw new ArgumentException($"Series '{name}' needs {calendar.Count} closes, {closes.Count} were given.", nameof(closes));
        for (int t = 0; t < closes.Count; t++)
        {
            if (closes[t] <= 0 || double.IsInfinity(closes[t]))
                throw new ArgumentException(FormattableString.Invariant($"The close of '{name}' on {calendar[t]:yyyy-MM-dd} is {closes[t]}: it must be finite and above 0."), nameof(closes));
        }

        double[] values = new double[closes.Count];
        for (int t = 0; t < values.Length; t++)
        {
            values[t] = double.NaN;
            if (t < window) continue;
            double mean = Math.Log(closes[t] / closes[t - window]) / window, squares = 0;
            for (int k = t - window + 1; k <= t; k++)
            {
                double difference = Math.Log(closes[k] / closes[k - 1]) - mean;
                squares += difference * difference;
            }

            values[t] = Math.Sqrt(squares / (window - 1) * daysPerYear);
        }

        return new MarketSeries(name, calendar, values, Clock.Close);
    }

    /// <summary>Of an index of a market.</summary>
    /// <param name="market">The market; it must hold <see cref="Datasets.IndexBars"/>.</param>
    /// <param name="index">The index, for example 000300.SH.</param>
    /// <param name="window">Returns per value, 2 or more.</param>
    /// <param name="daysPerYear">Trading days of a year, 200 to 366.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="DatasetNotAvailableException">The market holds no index bars.</exception>
    /// <exception cref="InsufficientDataException">The market holds no bar of the index.</exception>
    public static async Task<MarketSeries> OfIndexAsync(
        IMarketData market, Symbol index, int window = DefaultWindow, double daysPerYear = DefaultDaysPerYear, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(market);
        double[] closes = new double[market.Calendar.Count];
        Array.Fill(closes, double.NaN);
        int found = 0;
        await foreach (IndexBar bar in market.ReadAsync(Datasets.IndexBars, new DatasetQuery { Symbols = [index] }, cancellationToken).ConfigureAwait(false))
        {
            int row = market.Calendar.IndexAtOrBefore(bar.Date);
            if (row < 0 || market.Calendar[row] != bar.Date) continue;
            closes[row] = bar.Close;
            found++;
        }

        return found > 0 ? Of($"realised volatility of {index}", market.Calendar, closes, window, daysPerYear) : throw new InsufficientDataException($"bars of {index}", 1, 0);
    }

    /// <summary>Of the equally weighted members of a panel, from adjusted closes: the mean return over the members of the day that have one.</summary>
    /// <param name="panel">A panel with <see cref="Field.AdjustedClose"/>.</param>
    /// <param name="window">Returns per value, 2 or more.</param>
    /// <param name="daysPerYear">Trading days of a year, 200 to 366.</param>
    /// <exception cref="FieldNotAvailableException">The panel lacks adjusted closes.</exception>
    public static MarketSeries OfPanel(Panel panel, int window = DefaultWindow, double daysPerYear = DefaultDaysPerYear)
    {
        ArgumentNullException.ThrowIfNull(panel);
        FieldMatrix close = panel[Field.AdjustedClose];
        double[] levels = new double[close.Rows];
        for (int t = 0; t < levels.Length; t++)
        {
            levels[t] = t == 0 ? 1 : levels[t - 1];
            if (t == 0) continue;
            ReadOnlySpan<float> today = close.Row(t), before = close.Row(t - 1);
            ReadOnlySpan<bool> members = panel.Members.Row(t);
            double sum = 0;
            int count = 0;
            for (int i = 0; i < today.Length; i++)
            {
                double change = ((double)today[i] / before[i]) - 1;
                if (!members[i] || !double.IsFinite(change)) continue;
                sum += change;
                count++;
            }

            if (count > 0) levels[t] *= 1 + (sum / count);
        }

        return Of("realised volatility of the universe", panel.Calendar, levels, window, daysPerYear);
    }
}
