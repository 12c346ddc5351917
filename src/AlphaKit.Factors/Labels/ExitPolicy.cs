namespace AlphaKit.Factors;

/// <summary>What becomes of labels that have no price on the exit day, because the share is suspended or was delisted meanwhile.</summary>
public enum ExitPolicy
{
    /// <summary>The last price inside the window counts: a share that left the exchange keeps the loss it had made until then.</summary>
    LastPrice = 0,

    /// <summary>They are dropped. Beware: this favours the shares that survive.</summary>
    Drop = 1,
}
