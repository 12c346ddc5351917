namespace AlphaKit.Factors;

/// <summary>At which adjusted price a label enters and leaves.</summary>
public enum LabelPrice
{
    /// <summary>Adjusted close 后复权收盘价.</summary>
    AdjustedClose = 0,

    /// <summary>Adjusted mean price of the day 后复权均价: what a backtest that deals at the day's mean price pays.</summary>
    AdjustedVwap = 1,

    /// <summary>Adjusted open 后复权开盘价.</summary>
    AdjustedOpen = 2,
}
