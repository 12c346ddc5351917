namespace AlphaKit.Backtest;

/// <summary>What the amount of an order means.</summary>
public enum OrderKind
{
    /// <summary>Shares to buy (positive) or sell (negative).</summary>
    Shares = 0,

    /// <summary>CNY to buy or sell for, at the last known price.</summary>
    Value = 1,

    /// <summary>Fraction of net asset value to buy or sell.</summary>
    Percent = 2,

    /// <summary>Shares to hold afterwards.</summary>
    TargetShares = 3,

    /// <summary>CNY to hold afterwards, at the last known price.</summary>
    TargetValue = 4,

    /// <summary>Fraction of net asset value to hold afterwards.</summary>
    TargetPercent = 5,
}
