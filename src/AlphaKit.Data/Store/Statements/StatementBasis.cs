namespace AlphaKit.Data;

/// <summary>Over which time a statement item is taken.</summary>
public enum StatementBasis
{
    /// <summary>As reported: cumulative since the start of the year, or as of the last day of the period (balance sheets, indicators).</summary>
    Reported = 0,

    /// <summary>
    /// The last quarter alone (单季): the cumulative value less that of the quarter before, the first quarter as it is. Both from the versions
    /// known at the moment, so that a restatement of the earlier quarter changes the later one.
    /// </summary>
    SingleQuarter = 1,

    /// <summary>
    /// The last four quarters (滚动十二个月, TTM): the cumulative value plus the last whole year less the same quarter of that year, the whole
    /// year as it is. All from the versions known at the moment.
    /// </summary>
    TrailingYear = 2,
}
