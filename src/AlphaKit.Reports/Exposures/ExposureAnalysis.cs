using AlphaKit.Backtest;
using AlphaKit.Portfolio;

namespace AlphaKit.Reports;

/// <summary>Measures what a backtest was exposed to, by a risk model that was estimated over the same days.</summary>
public static class ExposureAnalysis
{
    /// <summary>Group of shares to which the risk model gives no industry.</summary>
    public const string Unclassified = "unclassified";

    /// <summary>
    /// Exposures at every close that the risk model covers, and the attribution of the day after each to them: portfolio weights are shares × last
    /// close / net asset value, exposures those that the model knows at that close, factor returns those of the day after.
    /// </summary>
    /// <param name="result">The backtest.</param>
    /// <param name="market">The market that it ran on.</param>
    /// <param name="risk">The risk model's estimate over its days.</param>
    /// <param name="index">The index whose weights are taken off; null to look at the portfolio alone. It should be the backtest's benchmark.</param>
    /// <param name="cancellationToken">Stops the analysis.</param>
    /// <exception cref="InsufficientDataException">The risk model and the backtest have fewer than two days in common, or there are no weights of the index.</exception>
    /// <exception cref="DatasetNotAvailableException">The market has no index weights.</exception>
    public static async Task<ExposureReport> RunAsync(BacktestResult result, IMarketData market, AShareRiskHistory risk, Symbol? index = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(market);
        ArgumentNullException.ThrowIfNull(risk);
        DateOnly[] days = [.. result.Calendar.Where(risk.Calendar.Contains)];
        if (days.Length < 2) throw new InsufficientDataException("trading days that backtest and risk model have in common", 2, days.Length);
        bool raw = market.PriceBasis == PriceBasis.Raw;
        Field[] fields = raw ? [Field.Close, Field.PreClose] : [Field.Close];
        Panel prices = await market.PanelAsync(new PanelQuery { From = result.Calendar.First, To = days[^1], Fields = fields }, cancellationToken).ConfigureAwait(false);
        IndexWeights? weights = index is { } symbol ? await IndexWeights.OfAsync(market, symbol, days[0], days[^1], cancellationToken).ConfigureAwait(false) : null;
        ExposureDays work = new(result, prices, risk, weights);
        work.Add(days, cancellationToken);
        return work.ToReport(index?.ToString() ?? "");
    }
}
