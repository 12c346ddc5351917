namespace AlphaKit.Backtest;

/// <summary>An input is distributed otherwise than it was in training.</summary>
/// <param name="Date">The day.</param>
/// <param name="Subject">The factor or model.</param>
/// <param name="Input">The input.</param>
/// <param name="Index">Its population stability index.</param>
/// <param name="Limit">The limit that it exceeds.</param>
public sealed record InputShiftAlert(DateOnly Date, string Subject, string Input, double Index, double Limit) : MonitorAlert(Date, Subject)
{
    /// <inheritdoc/>
    public override string Text => FormattableString.Invariant($"input {Input} has shifted: population stability index {Index:F2} against the reference, limit {Limit:F2}.");
}
