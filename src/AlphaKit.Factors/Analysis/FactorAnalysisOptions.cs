namespace AlphaKit.Factors;

/// <summary>How factors are analysed.</summary>
public sealed record FactorAnalysisOptions
{
    /// <summary>Default of <see cref="Quantiles"/>.</summary>
    public const int DefaultQuantiles = 5;

    /// <summary>Default of <see cref="MinNames"/>.</summary>
    public const int DefaultMinNames = 10;

    /// <summary>Into how many groups each day's names are sorted.</summary>
    /// <value>2 to 100. The default is <see cref="DefaultQuantiles"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int Quantiles
    {
        get;
        init => field = value is >= 2 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(Quantiles), value, "Must be 2 to 100 groups.");
    } = DefaultQuantiles;

    /// <summary>Fewest names with factor and label for a day to count.</summary>
    /// <value>2 or more. The default is <see cref="DefaultMinNames"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 2.</exception>
    public int MinNames
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(MinNames), value, "Must be at least 2 names.");
    } = DefaultMinNames;

    /// <summary>Lags of the Newey–West correction, in trading days.</summary>
    /// <value>0 or more. The default, null, is the label's horizon − 1, which covers every pair of days whose labels share a daily return.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? Lags
    {
        get;
        init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(Lags), value, "Must be 0 or more trading days.");
    }
}
