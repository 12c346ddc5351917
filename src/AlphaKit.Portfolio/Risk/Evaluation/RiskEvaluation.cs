namespace AlphaKit.Portfolio;

/// <summary>Compares the risk that a history forecast for portfolios with what happened on the day after.</summary>
public static class RiskEvaluation
{
    /// <summary>
    /// Scores one portfolio per day: the forecast of day T, √(wᵀΣw), against the portfolio's return of the next trading day of the panel.
    /// </summary>
    /// <param name="history">The forecasts.</param>
    /// <param name="panel">Holds adjusted_close over the days of the history.</param>
    /// <param name="portfolio">
    /// The weights of a day from its risk, in the order of the risk's symbols; null for a day to leave out. They should depend on nothing but the risk.
    /// </param>
    /// <param name="cancellationToken">Stops the evaluation.</param>
    /// <returns>The score; a share without a price on the next day counts with return zero, and so does one without a price on the day itself.</returns>
    /// <exception cref="FieldNotAvailableException">The panel lacks adjusted_close.</exception>
    /// <exception cref="InsufficientDataException">Fewer than two days can be scored.</exception>
    public static ForecastScore Score(RiskHistory history, Panel panel, Func<FactorRisk, double[]?> portfolio, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(portfolio);
        FieldMatrix close = panel[Field.AdjustedClose];
        List<double> returns = [], volatilities = [];
        foreach (DateOnly day in history.Calendar)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int t = panel.Calendar.IndexAtOrBefore(day);
            if (t < 0 || panel.Calendar[t] != day || t + 1 >= panel.Axes.Days) continue;
            FactorRisk risk = history.At(day);
            if (portfolio(risk) is not { } weights) continue;
            double variance = risk.Variance(weights), sum = 0;
            if (variance == 0) continue;
            for (int i = 0; i < weights.Length; i++)
            {
                int column = panel.Axes.ColumnOf(risk.Symbols[i]);
                double move = column < 0 ? double.NaN : ((double)close[t + 1, column] / close[t, column]) - 1;
                if (!double.IsNaN(move)) sum += weights[i] * move;
            }

            returns.Add(sum);
            volatilities.Add(Math.Sqrt(variance));
        }

        return ForecastScore.Of(returns.ToArray(), volatilities.ToArray());
    }
}
