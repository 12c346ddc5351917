namespace AlphaKit;

/// <summary>What bounds the prices of a day.</summary>
public enum PriceLimitKind
{
    /// <summary>A ratio of the reference price (the ex-right adjusted previous close).</summary>
    Ratio = 0,

    /// <summary>Nothing.</summary>
    Unlimited = 1,

    /// <summary>Multiples of the issue price: the first day of main-board and ChiNext IPOs from 2014 until registration.</summary>
    IssuePriceBand = 2,
}
