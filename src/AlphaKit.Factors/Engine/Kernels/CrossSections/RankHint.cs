namespace AlphaKit.Factors;

/// <summary>How a row's values are spread before they are ranked. All ways give the same percentiles; they differ in time.</summary>
internal enum RankWay
{
    /// <summary>Buckets of equal width.</summary>
    Linear,

    /// <summary>Buckets that widen away from zero: heavy tails.</summary>
    Logarithmic,

    /// <summary>No buckets: sorted by the bits.</summary>
    Sorted,
}

/// <summary>
/// The way that served the rows before: those of one series resemble each other. A hint saves time and changes no result, so it may differ from
/// thread to thread.
/// </summary>
/// <param name="Way">Where to begin.</param>
/// <param name="Rows">For so many rows more no other way is tried.</param>
internal readonly record struct RankHint(RankWay Way, int Rows)
{
    /// <summary>Rows for which a way is kept once two have been compared.</summary>
    public const int Kept = 32;

    /// <summary>What holds one row later.</summary>
    public RankHint Next() => Rows > 0 ? this with { Rows = Rows - 1 } : this;
}
