namespace AlphaKit.Portfolio;

/// <summary>Whether a share can be dealt in on the trading day.</summary>
public enum QuoteState
{
    /// <summary>It trades.</summary>
    Trading = 0,

    /// <summary>It is suspended (停牌).</summary>
    Suspended = 1,

    /// <summary>It is not listed yet, or no longer.</summary>
    NotListed = 2,
}
