namespace AlphaKit.Portfolio;

/// <summary>How the residuals of the daily regressions become specific risk. Days are trading days.</summary>
public sealed record SpecificRiskOptions
{
    /// <summary>Default of <see cref="Window"/>.</summary>
    public const int DefaultWindow = 252;

    /// <summary>Default of <see cref="HalfLife"/>.</summary>
    public const double DefaultHalfLife = 90;

    /// <summary>Default of <see cref="Lags"/>.</summary>
    public const int DefaultLags = 5;

    /// <summary>Default of <see cref="Shrinkage"/>.</summary>
    public const double DefaultShrinkage = 0.1;

    /// <summary>Default of <see cref="RegimeHalfLife"/>.</summary>
    public const double DefaultRegimeHalfLife = 42;

    /// <summary>Days that count.</summary>
    /// <value>180 to 2,000. The default is 252.</value>
    public int Window
    {
        get;
        init => field = value is >= 180 and <= 2000 ? value : throw new ArgumentOutOfRangeException(nameof(Window), value, "Must be 180 to 2000 days.");
    } = DefaultWindow;

    /// <summary>Days after which a weight halves.</summary>
    /// <value>1 to 10,000. The default is 90.</value>
    public double HalfLife
    {
        get;
        init => field = value is >= 1 and <= 10_000 ? value : throw new ArgumentOutOfRangeException(nameof(HalfLife), value, "Must be 1 to 10000 days.");
    } = DefaultHalfLife;

    /// <summary>Lags of the Newey–West correction; 0 for none.</summary>
    /// <value>0 to 20. The default is 5.</value>
    public int Lags
    {
        get;
        init => field = value is >= 0 and <= 20 ? value : throw new ArgumentOutOfRangeException(nameof(Lags), value, "Must be 0 to 20 lags.");
    } = DefaultLags;

    /// <summary>q of the shrinkage towards the mean of the size decile; 0 leaves it out.</summary>
    /// <value>0 to 100. The default is 0.1.</value>
    public double Shrinkage
    {
        get;
        init => field = value is >= 0 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(Shrinkage), value, "Must be 0 to 100.");
    } = DefaultShrinkage;

    /// <summary>Half-life in days of the volatility regime adjustment; infinity leaves it out.</summary>
    /// <value>1 or more. The default is 42.</value>
    public double RegimeHalfLife
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(RegimeHalfLife), value, "Must be 1 day or more; infinity leaves the adjustment out.");
    } = DefaultRegimeHalfLife;
}
