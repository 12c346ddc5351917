namespace AlphaKit;

/// <summary>Which side's order came later and so caused a trade (主动方).</summary>
public enum Aggressor
{
    /// <summary>Neither: a call auction, or unknown.</summary>
    None = 0,

    /// <summary>The buyer.</summary>
    Buyer = 1,

    /// <summary>The seller.</summary>
    Seller = 2,
}
