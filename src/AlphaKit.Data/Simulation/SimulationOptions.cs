namespace AlphaKit.Data.Simulation;

/// <summary>
/// What market to simulate. Equal options give equal bits; every value is part of the data version, except
/// <see cref="Threads"/>, which changes nothing but the time taken.
/// </summary>
public sealed record SimulationOptions
{
    /// <summary>Default of <see cref="Seed"/>.</summary>
    public const ulong DefaultSeed = 42;

    /// <summary>Default of <see cref="Stocks"/>.</summary>
    public const int DefaultStocks = 300;

    /// <summary>Default of <see cref="AlphaStrength"/>.</summary>
    public const double DefaultAlphaStrength = 0.05;

    /// <summary>Default of <see cref="AlphaHorizon"/>.</summary>
    public const int DefaultAlphaHorizon = 5;

    /// <summary>Default of <see cref="StShare"/>.</summary>
    public const double DefaultStShare = 0.03;

    /// <summary>Default of <see cref="IpoRate"/>.</summary>
    public const double DefaultIpoRate = 0.05;

    /// <summary>Default of <see cref="DelistingRate"/>.</summary>
    public const double DefaultDelistingRate = 0.006;

    /// <summary>Default of <see cref="SuspensionShare"/>.</summary>
    public const double DefaultSuspensionShare = 0.004;

    /// <summary>Default of <see cref="RestatementShare"/>.</summary>
    public const double DefaultRestatementShare = 0.05;

    /// <summary>Earliest permitted <see cref="From"/>.</summary>
    public static DateOnly Earliest { get; } = new(2000, 1, 1);

    /// <summary>Latest permitted <see cref="To"/>: the lunisolar calendar ends soon after.</summary>
    public static DateOnly Latest { get; } = new(2099, 12, 31);

    /// <summary>Seed of every random stream.</summary>
    public ulong Seed { get; init; } = DefaultSeed;

    /// <summary>Shares listed on the first day; new listings come on top. 10 to 5,000.</summary>
    public int Stocks
    {
        get;
        init => field = value is >= 10 and <= 5000 ? value : throw new ArgumentOutOfRangeException(nameof(Stocks), value, "Must be 10 to 5000.");
    } = DefaultStocks;

    /// <summary>First calendar day, 2000-01-01 or later.</summary>
    public DateOnly From
    {
        get;
        init => field = value >= Earliest && value <= Latest ? value : throw new ArgumentOutOfRangeException(nameof(From), value, "Must be in 2000 to 2099.");
    } = new(2017, 1, 3);

    /// <summary>Last calendar day, inclusive; not before <see cref="From"/>. Extending it leaves the rows before it as they were.</summary>
    public DateOnly To
    {
        get;
        init => field = value >= Earliest && value <= Latest ? value : throw new ArgumentOutOfRangeException(nameof(To), value, "Must be in 2000 to 2099.");
    } = new(2021, 12, 31);

    /// <summary>
    /// Cross-sectional correlation between the planted signal at the close of T and the volatility-scaled residual return of the
    /// following <see cref="AlphaHorizon"/> days. 0 to 0.3; zero leaves nothing to find.
    /// </summary>
    public double AlphaStrength
    {
        get;
        init => field = value is >= 0 and <= 0.3 ? value : throw new ArgumentOutOfRangeException(nameof(AlphaStrength), value, "Must be 0 to 0.3.");
    } = DefaultAlphaStrength;

    /// <summary>Days over which <see cref="AlphaStrength"/> holds; also the half-life of the signal. 1 to 60.</summary>
    public int AlphaHorizon
    {
        get;
        init => field = value is >= 1 and <= 60 ? value : throw new ArgumentOutOfRangeException(nameof(AlphaHorizon), value, "Must be 1 to 60 days.");
    } = DefaultAlphaHorizon;

    /// <summary>What the planted alpha depends on.</summary>
    /// <value>The default is <see cref="AlphaPattern.Linear"/>. With the others <see cref="AlphaStrength"/> sets the same daily loading κ as with Linear.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is no named one.</exception>
    public AlphaPattern AlphaPattern
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(AlphaPattern), value, "Must be a named pattern.");
    }

    /// <summary>Share of companies that fall into a loss-making year, and so under special treatment, per year. 0 to 0.5.</summary>
    public double StShare { get; init => field = Share(value, 0.5, nameof(StShare)); } = DefaultStShare;

    /// <summary>New listings per year, relative to <see cref="Stocks"/>. 0 to 0.5.</summary>
    public double IpoRate { get; init => field = Share(value, 0.5, nameof(IpoRate)); } = DefaultIpoRate;

    /// <summary>Probability of removal per share and year. 0 to 0.5.</summary>
    public double DelistingRate { get; init => field = Share(value, 0.5, nameof(DelistingRate)); } = DefaultDelistingRate;

    /// <summary>Expected share of stock-days without trading. 0 to 0.2.</summary>
    public double SuspensionShare { get; init => field = Share(value, 0.2, nameof(SuspensionShare)); } = DefaultSuspensionShare;

    /// <summary>Probability that a published statement is corrected later. 0 to 1.</summary>
    public double RestatementShare { get; init => field = Share(value, 1, nameof(RestatementShare)); } = DefaultRestatementShare;

    /// <summary>Most threads to use; the result does not depend on it.</summary>
    /// <value>1 or more. The default is the number of processors.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Threads
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "Must be 1 or more threads.");
    } = Environment.ProcessorCount;

    private static double Share(double value, double max, string name) =>
        value >= 0 && value <= max ? value : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"Must be 0 to {max}."));
}
