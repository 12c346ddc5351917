namespace AlphaKit.Portfolio;

/// <summary>How daily factor returns become a factor covariance. Days are trading days.</summary>
public sealed record FactorCovarianceOptions
{
    /// <summary>Default of <see cref="Window"/>.</summary>
    public const int DefaultWindow = 252;

    /// <summary>Default of <see cref="MinDays"/>.</summary>
    public const int DefaultMinDays = 63;

    /// <summary>Default of <see cref="HalfLife"/>.</summary>
    public const double DefaultHalfLife = 90;

    /// <summary>Default of <see cref="Lags"/>.</summary>
    public const int DefaultLags = 2;

    /// <summary>Default of <see cref="EigenDraws"/>.</summary>
    public const int DefaultEigenDraws = 100;

    /// <summary>Default of <see cref="EigenScale"/>.</summary>
    public const double DefaultEigenScale = 1.4;

    /// <summary>Default of <see cref="RegimeHalfLife"/>.</summary>
    public const double DefaultRegimeHalfLife = 42;

    /// <summary>Days that count.</summary>
    /// <value>20 to 2,000. The default is 252.</value>
    public int Window
    {
        get;
        init => field = value is >= 20 and <= 2000 ? value : throw new ArgumentOutOfRangeException(nameof(Window), value, "Must be 20 to 2000 days.");
    } = DefaultWindow;

    /// <summary>Days of factor returns that the first estimate needs. A factor present on fewer days of the window has no variance yet.</summary>
    /// <value>10 to 2,000. The default is 63.</value>
    public int MinDays
    {
        get;
        init => field = value is >= 10 and <= 2000 ? value : throw new ArgumentOutOfRangeException(nameof(MinDays), value, "Must be 10 to 2000 days.");
    } = DefaultMinDays;

    /// <summary>Days after which a weight halves.</summary>
    /// <value>1 to 10,000. The default is 90.</value>
    public double HalfLife
    {
        get;
        init => field = value is >= 1 and <= 10_000 ? value : throw new ArgumentOutOfRangeException(nameof(HalfLife), value, "Must be 1 to 10000 days.");
    } = DefaultHalfLife;

    /// <summary>Lags of the Newey–West correction; 0 for none.</summary>
    /// <value>0 to 20. The default is 2.</value>
    public int Lags
    {
        get;
        init => field = value is >= 0 and <= 20 ? value : throw new ArgumentOutOfRangeException(nameof(Lags), value, "Must be 0 to 20 lags.");
    } = DefaultLags;

    /// <summary>Simulated samples of the eigenfactor adjustment; 0 leaves it out.</summary>
    /// <value>0 to 10,000. The default is 100.</value>
    public int EigenDraws
    {
        get;
        init => field = value is >= 0 and <= 10_000 ? value : throw new ArgumentOutOfRangeException(nameof(EigenDraws), value, "Must be 0 to 10000 draws.");
    } = DefaultEigenDraws;

    /// <summary>a of the eigenfactor adjustment: 1 applies the simulated bias as it is, more makes up for fat tails.</summary>
    /// <value>0 to 5. The default is 1.4 (Menchero, Wang and Orr 2011).</value>
    public double EigenScale
    {
        get;
        init => field = value is >= 0 and <= 5 ? value : throw new ArgumentOutOfRangeException(nameof(EigenScale), value, "Must be 0 to 5.");
    } = DefaultEigenScale;

    /// <summary>Half-life in days of the volatility regime adjustment; infinity leaves it out.</summary>
    /// <value>1 or more. The default is 42.</value>
    public double RegimeHalfLife
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(RegimeHalfLife), value, "Must be 1 day or more; infinity leaves the adjustment out.");
    } = DefaultRegimeHalfLife;

    /// <summary>Seed of the simulated samples.</summary>
    public ulong Seed { get; init; } = 1;
}
