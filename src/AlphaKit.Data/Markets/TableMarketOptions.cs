namespace AlphaKit.Data;

/// <summary>How a <see cref="TableMarket"/> reads its source.</summary>
public sealed record TableMarketOptions
{
    /// <summary>The default of <see cref="DayCoverage"/>.</summary>
    public const double DefaultDayCoverage = 0.2;

    /// <summary>The default of <see cref="UnitShare"/>.</summary>
    public const double DefaultUnitShare = 0.5;

    /// <summary>The default of <see cref="SnapshotShare"/>.</summary>
    public const double DefaultSnapshotShare = 0.9;

    /// <summary>The default of <see cref="FindingsPerRule"/>.</summary>
    public const int DefaultFindingsPerRule = 1_000;

    /// <summary>When tables are read.</summary>
    public TableReading Reading { get; init; } = TableReading.Whole;

    /// <summary>
    /// Without trade_cal, a weekday counts as a trading day when at least this share of the median number of shares per day has a bar.
    /// </summary>
    /// <value>More than 0, at most 1.</value>
    public double DayCoverage
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(DayCoverage), value, "Must be more than 0 and at most 1.");
    } = DefaultDayCoverage;

    /// <summary>The share of bars whose amount / volume must lie between low and high; below it the units are taken as wrong.</summary>
    /// <value>0 to 1; 0 switches the check off.</value>
    public double UnitShare
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(UnitShare), value, "Must be 0 to 1.");
    } = DefaultUnitShare;

    /// <summary>An index snapshot with less than this share of the index's members is taken as truncated and rejected whole.</summary>
    /// <value>0 to 1; 0 switches the check off, for markets that are smaller than the index they imitate.</value>
    public double SnapshotShare
    {
        get;
        init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(SnapshotShare), value, "Must be 0 to 1.");
    } = DefaultSnapshotShare;

    /// <summary>What becomes of a share whose adjustment factor steps without a matching gap in its prices, or the reverse.</summary>
    /// <value>The default is <see cref="FactorStepPolicy.Block"/>.</value>
    public FactorStepPolicy FactorSteps
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(FactorSteps), value, "Must be Block or Keep.");
    } = FactorStepPolicy.Block;

    /// <summary>How many findings of one rule in one table are listed; all are counted.</summary>
    /// <value>At least 1.</value>
    public int FindingsPerRule
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(FindingsPerRule), value, "Must be at least 1.");
    } = DefaultFindingsPerRule;
}
