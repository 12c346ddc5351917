namespace AlphaKit;

/// <summary>Ready fee schedules.</summary>
public static class FeeSchedules
{
    /// <summary>Trades cost nothing.</summary>
    public static IFeeSchedule None { get; } = new FlatFees(0);

    /// <summary>One rate of turnover on each side.</summary>
    /// <param name="rate">Fraction of turnover, 0 to 0.1; 0.002 is 0.2 % per side, 0.4 % for a round trip.</param>
    public static IFeeSchedule PerSide(decimal rate) => new FlatFees(rate);
}
