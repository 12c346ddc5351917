namespace AlphaKit.Portfolio;

/// <summary>By which days a period is counted.</summary>
public enum DayKind
{
    /// <summary>Trading days (交易日).</summary>
    Trading = 0,

    /// <summary>Calendar days (自然日).</summary>
    Calendar = 1,
}
