namespace AlphaKit.Backtest;

public sealed partial record CapacityEstimate
{
    /// <summary>Trading days before a trade whose returns give the volatility of its share.</summary>
    public const int VolatilityDays = 20;

    /// <summary>
    /// Estimates capacity from a backtest: its trades, the market's traded amounts on their days, and the volatility of the
    /// <see cref="VolatilityDays"/> days before each. The excess before impact is the arithmetic annual excess with the backtest's slippage added
    /// back. Trades of shares without two returns before them (new listings) are left out; <see cref="Trades"/> says how many were used.
    /// </summary>
    /// <param name="result">The backtest.</param>
    /// <param name="market">The market that it ran on.</param>
    /// <param name="options">Limits and impact; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="InsufficientDataException">There is no trade that can be used.</exception>
    /// <exception cref="FieldNotAvailableException">The market has no traded amounts.</exception>
    public static async Task<CapacityEstimate> OfAsync(BacktestResult result, IMarketData market, CapacityOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(market);
        bool raw = market.PriceBasis == PriceBasis.Raw;
        int before = market.Calendar.IndexOf(result.Calendar.First);
        Panel panel = await market.PanelAsync(
            new PanelQuery
            {
                From = market.Calendar[Math.Max(0, before - VolatilityDays - 1)],
                To = result.Calendar.Last,
                Fields = raw ? [Field.Amount, Field.Close, Field.PreClose] : [Field.Amount, Field.Close],
            },
            cancellationToken).ConfigureAwait(false);
        List<CapacityTrade> trades = [];
        for (int i = 0; i < result.Trades.RowCount; i++)
        {
            int row = panel.Calendar.IndexOf(result.Trades["date"].Dates[i]), column = panel.Axes.ColumnOf(Symbol.Parse(result.Trades["symbol"].Exact(i)));
            if (column < 0) continue;
            double traded = panel[Field.Amount][row, column], volatility = VolatilityBefore(panel, row, column);
            if (traded > 0 && volatility > 0) trades.Add(new CapacityTrade(double.Parse(result.Trades["amount"].Exact(i), System.Globalization.CultureInfo.InvariantCulture), traded, volatility));
        }

        Performance p = result.Performance;
        double years = p.Days / p.DaysPerYear, nav = ReturnStatistics.Mean([.. result.Daily["nav"].Numbers]);
        return Of(trades, nav, years, p.ArithmeticExcess + ((double)p.Activity.Costs.Slippage / nav / years), options);
    }

    private static double VolatilityBefore(Panel panel, int row, int column)
    {
        List<double> returns = [];
        for (int t = Math.Max(1, row - VolatilityDays); t < row; t++)
        {
            float before = panel.Has(Field.PreClose) ? panel[Field.PreClose][t, column] : panel[Field.Close][t - 1, column], close = panel[Field.Close][t, column];
            if (close > 0 && before > 0) returns.Add(((double)close / before) - 1);
        }

        return ReturnStatistics.StandardDeviation([.. returns]);
    }
}
