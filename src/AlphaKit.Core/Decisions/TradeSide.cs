namespace AlphaKit;

/// <summary>The side of an order or trade.</summary>
public enum TradeSide
{
    /// <summary>Buy.</summary>
    Buy = 0,

    /// <summary>Sell.</summary>
    Sell = 1,
}
