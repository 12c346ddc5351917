namespace AlphaKit;

/// <summary>The side of a trade.</summary>
public enum TradeSide
{
    /// <summary>A purchase.</summary>
    Buy = 0,

    /// <summary>A sale.</summary>
    Sell = 1,
}
