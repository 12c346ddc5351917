namespace AlphaKit.Backtest;

/// <summary>Against which volume <see cref="BacktestOptions.MaxParticipation"/> is measured.</summary>
public enum ParticipationPolicy
{
    /// <summary>
    /// The mean volume of the last 20 days on which the share traded before the dealing day: known when the order is sent, no look-ahead.
    /// A share without earlier trading cannot be dealt.
    /// </summary>
    PreviousAverage = 0,

    /// <summary>
    /// The volume of the dealing day itself: a pure constraint on what the market could have absorbed. It is known only after the close,
    /// so the size of fills at the open then depends on it.
    /// </summary>
    DayVolume = 1,

    /// <summary>No limit.</summary>
    Unlimited = 2,
}
