namespace AlphaKit.Backtest;

/// <summary>Whether a message really leaves.</summary>
public enum Delivery
{
    /// <summary>The message is made and returned, nothing is sent and no secret is needed.</summary>
    DryRun = 0,

    /// <summary>The message is sent.</summary>
    Send = 1,
}
