namespace AlphaKit.Portfolio;

/// <summary>Over which returns a covariance is estimated.</summary>
public sealed record ReturnWindowOptions
{
    /// <summary>Default of <see cref="Days"/>.</summary>
    public const int DefaultDays = 252;

    /// <summary>Default of <see cref="MinShare"/>.</summary>
    public const double DefaultMinShare = 0.8;

    /// <summary>Trading days of returns, the day of the estimate included.</summary>
    /// <value>20 to 2,000. The default is 252.</value>
    public int Days
    {
        get;
        init => field = value is >= 20 and <= 2000 ? value : throw new ArgumentOutOfRangeException(nameof(Days), value, "Must be 20 to 2000 days.");
    } = DefaultDays;

    /// <summary>An instrument with returns on fewer than this share of the days is not covered.</summary>
    /// <value>0.1 to 1. The default is 0.8.</value>
    public double MinShare
    {
        get;
        init => field = value is >= 0.1 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MinShare), value, "Must be 0.1 to 1.");
    } = DefaultMinShare;
}
