namespace AlphaKit.Backtest;

/// <summary>
/// What happens to a held share whose previous close of the day (ex-right) is below its last close although no corporate action is known
/// for the day. Every such day is listed in <see cref="BacktestResult.Events"/>.
/// </summary>
public enum MissingActionPolicy
{
    /// <summary>The gap (last close − previous close of the day) × shares is credited as cash on the ex-date, untaxed; the total stays unchanged.</summary>
    ReinvestAsCash = 0,

    /// <summary>Nothing is credited: the gap is a loss.</summary>
    Ignore = 1,
}
