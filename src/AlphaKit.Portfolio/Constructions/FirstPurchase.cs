namespace AlphaKit.Portfolio;

/// <summary>What the turnover cap means while nothing is held yet.</summary>
public enum FirstPurchase
{
    /// <summary>The first purchase is not capped: the portfolio is built in one go.</summary>
    Uncapped = 0,

    /// <summary>The cap holds from the first day: the portfolio is built over as many decisions as that takes.</summary>
    InSteps = 1,
}
