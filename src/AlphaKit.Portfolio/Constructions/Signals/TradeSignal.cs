namespace AlphaKit.Portfolio;

/// <summary>What a trading signal says of one share.</summary>
public enum TradeSignal
{
    /// <summary>Keep what is held, buy nothing.</summary>
    Hold = 0,

    /// <summary>Buy.</summary>
    Buy = 1,

    /// <summary>Sell what is held.</summary>
    Sell = 2,
}
