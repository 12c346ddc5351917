namespace AlphaKit.Data.Tushare;

/// <summary>How a table stands after a run.</summary>
public enum TushareSyncStatus
{
    /// <summary>Complete up to the last day that can be.</summary>
    Complete = 0,

    /// <summary>The vendor has not published the last days yet; the next run asks again.</summary>
    Waiting = 1,

    /// <summary>The account's level does not reach, or the service refused permission.</summary>
    NotPermitted = 2,

    /// <summary>The quota of the hour or the day is used up; the next run goes on.</summary>
    QuotaUsed = 3,

    /// <summary>Something failed; what was complete before is stored, and the next run goes on.</summary>
    Failed = 4,
}
