namespace AlphaKit.Data.Tushare;

/// <summary>By what an interface is asked, so that no reply reaches a row cap and no question reaches the offset ceiling.</summary>
public enum TushareSliceRule
{
    /// <summary>The whole table at once, paged.</summary>
    Whole = 0,

    /// <summary>One question for each trading day: the cheapest pattern for cross-sections.</summary>
    Day = 1,

    /// <summary>One question for each span of days.</summary>
    Range = 2,

    /// <summary>One question for each share, and each span of days where the interface takes one.</summary>
    Stock = 3,

    /// <summary>One question for each index, and each span of days where the interface takes one.</summary>
    Index = 4,

    /// <summary>One question for each quarter end.</summary>
    Period = 5,
}
