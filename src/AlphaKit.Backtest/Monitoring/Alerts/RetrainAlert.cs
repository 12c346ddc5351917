namespace AlphaKit.Backtest;

/// <summary>The model is to be trained anew, see <see cref="RetrainRule"/>.</summary>
/// <param name="Date">The day at whose close it was known.</param>
/// <param name="Subject">The factor or model.</param>
/// <param name="TrailingIc">Mean rank IC over the window.</param>
/// <param name="TStatistic">Its distance from what it was compared with, in standard errors; negative.</param>
/// <param name="Days">Days with an IC in the window.</param>
/// <param name="Floor">The floor that it fell below.</param>
public sealed record RetrainAlert(DateOnly Date, string Subject, double TrailingIc, double TStatistic, int Days, double Floor) : MonitorAlert(Date, Subject)
{
    /// <inheritdoc/>
    public override string Text => FormattableString.Invariant($"train anew: mean rank IC {TrailingIc:F4} over {Days} days of matured labels is below {Floor:F4} (t {TStatistic:F1}).");
}
