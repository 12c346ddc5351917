namespace AlphaKit.Data.Tushare;

/// <summary>Over which time a quota counts.</summary>
public enum TushareQuotaWindow
{
    /// <summary>Calls per minute.</summary>
    Minute = 0,

    /// <summary>Calls per hour.</summary>
    Hour = 1,

    /// <summary>Calls per day, by Beijing time.</summary>
    Day = 2,
}
