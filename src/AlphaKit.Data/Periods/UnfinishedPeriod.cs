namespace AlphaKit.Data;

/// <summary>What becomes of the last period of a panel, of which it is not known whether further trading days follow.</summary>
public enum UnfinishedPeriod
{
    /// <summary>It has no bar until a day of a later period is there: a bar, once there, never changes.</summary>
    LeaveOut = 0,

    /// <summary>It has a bar up to the last day of the panel, which changes as days are added.</summary>
    UpToLastDay = 1,
}
