namespace AlphaKit.Portfolio;

/// <summary>How <see cref="AShareRiskModel"/> builds exposures and estimates risk.</summary>
public sealed record AShareRiskOptions
{
    /// <summary>Default of <see cref="WinsoriseAt"/>.</summary>
    public const double DefaultWinsoriseAt = 3;

    /// <summary>Default of <see cref="ReturnLimit"/>.</summary>
    public const double DefaultReturnLimit = 0.35;

    /// <summary>Default of <see cref="MinCoverage"/>.</summary>
    public const double DefaultMinCoverage = 0.3;

    /// <summary>Trading days since listing that the default <see cref="EstimationUniverse"/> asks for.</summary>
    public const int DefaultListedDays = 120;

    /// <summary>The style factors wanted.</summary>
    /// <value>The default is all ten. Order and repetitions do not matter.</value>
    public IReadOnlyList<RiskStyle> Styles
    {
        get;
        init => field = value is { Count: > 0 } && value.All(Enum.IsDefined)
            ? [.. value.Distinct().Order()]
            : throw new ArgumentOutOfRangeException(nameof(Styles), value, "Must name at least one style, and only styles of the enumeration.");
    } = Enum.GetValues<RiskStyle>();

    /// <summary>What happens to a factor whose fields the market does not have.</summary>
    /// <value>The default is <see cref="MissingFactor.Drop"/>.</value>
    public MissingFactor Missing
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Missing), value, "Must be a value of the enumeration.");
    } = MissingFactor.Drop;

    /// <summary>The instruments that standardisation and regression look at, as of each day.</summary>
    /// <value>The default is all shares listed for 120 trading days and not under special treatment.</value>
    public Universe EstimationUniverse { get; init => field = value ?? throw new ArgumentNullException(nameof(EstimationUniverse)); }
        = Universe.AShares.ListedAtLeast(DefaultListedDays).WithoutSt();

    /// <summary>Descriptors are pulled in to the mean ± this many standard deviations of the estimation universe.</summary>
    /// <value>1 to 100. The default is 3.</value>
    public double WinsoriseAt
    {
        get;
        init => field = value is >= 1 and <= 100 ? value : throw new ArgumentOutOfRangeException(nameof(WinsoriseAt), value, "Must be 1 to 100 standard deviations.");
    } = DefaultWinsoriseAt;

    /// <summary>Daily returns beyond ± this are days without a price limit or errors; they enter neither regressions nor specific risk.</summary>
    /// <value>0.05 to 10, as a decimal return. The default, 0.35, is above the widest limit of 30 %.</value>
    public double ReturnLimit
    {
        get;
        init => field = value is >= 0.05 and <= 10 ? value : throw new ArgumentOutOfRangeException(nameof(ReturnLimit), value, "Must be 0.05 to 10.");
    } = DefaultReturnLimit;

    /// <summary>A style that fewer than this share of the estimation universe have is left out on that day.</summary>
    /// <value>0.01 to 1. The default is 0.3.</value>
    public double MinCoverage
    {
        get;
        init => field = value is >= 0.01 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MinCoverage), value, "Must be 0.01 to 1.");
    } = DefaultMinCoverage;

    /// <summary>How factor returns become a factor covariance.</summary>
    public FactorCovarianceOptions Factors { get; init => field = value ?? throw new ArgumentNullException(nameof(Factors)); } = new();

    /// <summary>How residuals become specific risk.</summary>
    public SpecificRiskOptions Specific { get; init => field = value ?? throw new ArgumentNullException(nameof(Specific)); } = new();

    /// <summary>Most threads to use; the result does not depend on it.</summary>
    /// <value>1 or more. The default is the number of processors.</value>
    public int Threads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "Must be 1 or more threads.");
    } = Environment.ProcessorCount;
}
