namespace AlphaKit.Portfolio;

/// <summary>What happens to a holding whose name a rule bans.</summary>
public enum BannedHolding
{
    /// <summary>It is sold, as far as it can be.</summary>
    Sell = 0,

    /// <summary>It may be kept, but not increased.</summary>
    Keep = 1,
}
