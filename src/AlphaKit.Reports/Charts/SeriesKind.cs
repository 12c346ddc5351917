namespace AlphaKit.Reports;

/// <summary>How a series over time is drawn.</summary>
internal enum SeriesKind
{
    /// <summary>A line.</summary>
    Line = 0,

    /// <summary>A line with the area down to zero filled.</summary>
    Area = 1,

    /// <summary>Thin bars from zero.</summary>
    Bars = 2,
}
