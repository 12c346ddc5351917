namespace AlphaKit.Backtest;

/// <summary>Too few members have a score.</summary>
/// <param name="Date">The day.</param>
/// <param name="Subject">The factor or model.</param>
/// <param name="Scored">Members with a score.</param>
/// <param name="Members">Members.</param>
/// <param name="Limit">Share that was asked for.</param>
public sealed record CoverageAlert(DateOnly Date, string Subject, int Scored, int Members, double Limit) : MonitorAlert(Date, Subject)
{
    /// <inheritdoc/>
    public override string Text => FormattableString.Invariant($"{Scored} of {Members} members have a score, less than {Limit:P0}.");
}
