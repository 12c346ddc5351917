namespace AlphaKit.Portfolio;

/// <summary>
/// Weights of the four parts of a trading signal: trend, momentum, volatility and mean reversion. They count in proportion to their sum, so that a
/// signal of parts between 0 and 1 covers all of 0 to 1 and thresholds around 0.5 are symmetric, whatever the weights sum to.
/// </summary>
/// <remarks>The defaults 0.3, 0.2, 0.2 and 0.1 sum to 0.8: they count 0.375, 0.25, 0.25 and 0.125.</remarks>
public sealed record SignalWeights
{
    /// <summary>Default of <see cref="Trend"/>.</summary>
    public const double DefaultTrend = 0.3;

    /// <summary>Default of <see cref="Momentum"/>.</summary>
    public const double DefaultMomentum = 0.2;

    /// <summary>Default of <see cref="Volatility"/>.</summary>
    public const double DefaultVolatility = 0.2;

    /// <summary>Default of <see cref="MeanReversion"/>.</summary>
    public const double DefaultMeanReversion = 0.1;

    /// <summary>Weight of the trend.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultTrend"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Trend { get; init => field = Checked(value, nameof(Trend)); } = DefaultTrend;

    /// <summary>Weight of momentum.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultMomentum"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Momentum { get; init => field = Checked(value, nameof(Momentum)); } = DefaultMomentum;

    /// <summary>Weight of volatility.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultVolatility"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double Volatility { get; init => field = Checked(value, nameof(Volatility)); } = DefaultVolatility;

    /// <summary>Weight of mean reversion.</summary>
    /// <value>0 to 1. The default is <see cref="DefaultMeanReversion"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double MeanReversion { get; init => field = Checked(value, nameof(MeanReversion)); } = DefaultMeanReversion;

    private static double Checked(double value, string name) => value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "Must be 0 to 1.");
}
