namespace AlphaKit.Backtest;

/// <summary>What a held share is worth on the day of its delisting (退市).</summary>
public enum DelistingPolicy
{
    /// <summary>Nothing.</summary>
    Worthless = 0,

    /// <summary>The last price × (1 − <see cref="BacktestOptions.DelistingHaircut"/>), in cash, without fees.</summary>
    LastPriceLessHaircut = 1,
}
