namespace AlphaKit.Backtest;

/// <summary>Why an order was not filled, or not in full.</summary>
public enum UnfilledReason
{
    /// <summary>The share did not trade: suspended, no bar, or no volume (停牌).</summary>
    Suspended = 0,

    /// <summary>The share is not listed yet, or no longer.</summary>
    NotListed = 1,

    /// <summary>A buy at a price at or above the upper limit (涨停).</summary>
    AtUpperLimit = 2,

    /// <summary>A sell at a price at or below the lower limit (跌停).</summary>
    AtLowerLimit = 3,

    /// <summary>Shares bought the same day, or new shares that are not listed yet, cannot be sold (T+1).</summary>
    NotSellable = 4,

    /// <summary>The order exceeds its allowed share of volume.</summary>
    Participation = 5,

    /// <summary>The cash does not suffice.</summary>
    Cash = 6,

    /// <summary>The wanted amount is less than the smallest order of the board.</summary>
    BelowSmallestOrder = 7,

    /// <summary>The market did not reach the limit of the order.</summary>
    LimitNotReached = 8,
}
