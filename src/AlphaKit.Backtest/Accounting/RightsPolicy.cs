namespace AlphaKit.Backtest;

/// <summary>What a holder does with a rights issue (配股).</summary>
public enum RightsPolicy
{
    /// <summary>Subscribes on the ex-date if the cash suffices for all of it, else lets it lapse.</summary>
    SubscribeIfAffordable = 0,

    /// <summary>Lets every right lapse; the ex-right drop of the price is a loss.</summary>
    Lapse = 1,
}
