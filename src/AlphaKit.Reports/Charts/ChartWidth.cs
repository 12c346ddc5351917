namespace AlphaKit.Reports;

/// <summary>Share of the page's width that a chart takes on wide screens.</summary>
internal enum ChartWidth
{
    /// <summary>All of it.</summary>
    Full = 0,

    /// <summary>Half of it.</summary>
    Half = 1,
}
