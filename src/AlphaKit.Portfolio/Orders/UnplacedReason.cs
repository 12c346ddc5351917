namespace AlphaKit.Portfolio;

/// <summary>Why a wanted trade is not on the ticket, or not in full.</summary>
public enum UnplacedReason
{
    /// <summary>The share is suspended (停牌).</summary>
    Suspended = 0,

    /// <summary>The share is not listed yet, or no longer.</summary>
    NotListed = 1,

    /// <summary>There is no quote to size the order by.</summary>
    NoPrice = 2,

    /// <summary>A purchase at the upper limit (涨停).</summary>
    AtUpperLimit = 3,

    /// <summary>A sale at the lower limit (跌停).</summary>
    AtLowerLimit = 4,

    /// <summary>Shares bought the same day, or otherwise locked, cannot be sold (T+1).</summary>
    NotSellable = 5,

    /// <summary>The cash does not suffice, fees included.</summary>
    Cash = 6,

    /// <summary>The wanted quantity is nearer to nothing than to the smallest order of the board.</summary>
    BelowSmallestOrder = 7,

    /// <summary>The fees of the sale would take all of its proceeds.</summary>
    FeesExceedProceeds = 8,
}
