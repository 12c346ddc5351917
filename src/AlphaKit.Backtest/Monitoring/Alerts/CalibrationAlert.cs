namespace AlphaKit.Backtest;

/// <summary>Forecasts are off: too high or low on average, or too bold or timid.</summary>
/// <param name="Date">The day at whose close it was known.</param>
/// <param name="Subject">The model.</param>
/// <param name="Bias">Mean of outcome − forecast over the window.</param>
/// <param name="BiasT">In standard errors.</param>
/// <param name="Slope">Mean slope of outcome on forecast; 1 where forecasts mean what they say.</param>
/// <param name="SlopeT">Its distance from 1 in standard errors.</param>
public sealed record CalibrationAlert(DateOnly Date, string Subject, double Bias, double BiasT, double Slope, double SlopeT) : MonitorAlert(Date, Subject)
{
    /// <inheritdoc/>
    public override string Text => FormattableString.Invariant($"calibration drifts: outcome − forecast {Bias:P3} on average (t {BiasT:F1}), slope of outcome on forecast {Slope:F2} (t against 1: {SlopeT:F1}).");
}
