namespace AlphaKit.Backtest;

/// <summary>How much of the market a strategy may be, and what its size costs.</summary>
public sealed record CapacityOptions
{
    /// <summary>Default of <see cref="MaxParticipation"/>.</summary>
    public const double DefaultParticipation = 0.05;

    /// <summary>Default of <see cref="TradedShare"/>.</summary>
    public const double DefaultTradedShare = 0.95;

    /// <summary>Default of <see cref="ImpactCoefficient"/>.</summary>
    public const double DefaultImpact = 1.0;

    /// <summary>Default of <see cref="ExcessKept"/>.</summary>
    public const double DefaultExcessKept = 0.5;

    /// <summary>Largest share of a day's traded amount that the strategy may be.</summary>
    /// <value>Above 0, at most 1; the default is 5 %.</value>
    public double MaxParticipation { get; init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaxParticipation), value, "Must be above 0 and at most 1."); } = DefaultParticipation;

    /// <summary>Share of the traded money that must fit under <see cref="MaxParticipation"/>.</summary>
    /// <value>Above 0, at most 1; the default is 95 %.</value>
    public double TradedShare { get; init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(TradedShare), value, "Must be above 0 and at most 1."); } = DefaultTradedShare;

    /// <summary>α of the impact model: price moves by α σ √(amount / market amount) against the trade.</summary>
    /// <value>Positive; the default is 1.</value>
    public double ImpactCoefficient { get; init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(ImpactCoefficient), value, "Must be positive."); } = DefaultImpact;

    /// <summary>Share of the excess before impact that must be left after it.</summary>
    /// <value>At least 0, below 1; the default is one half. With 0 the capacity is where the excess is eaten up.</value>
    public double ExcessKept { get; init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(ExcessKept), value, "Must be at least 0 and below 1."); } = DefaultExcessKept;
}
