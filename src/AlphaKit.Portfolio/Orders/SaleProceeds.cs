namespace AlphaKit.Portfolio;

/// <summary>Whether the proceeds of a ticket's sales may pay for its purchases.</summary>
public enum SaleProceeds
{
    /// <summary>Proceeds can be spent the same day, as on the A-share market; the sales have to be filled before the purchases.</summary>
    Spend = 0,

    /// <summary>Purchases are paid from the cash at hand alone, so that no purchase depends on a sale being filled.</summary>
    Keep = 1,
}
