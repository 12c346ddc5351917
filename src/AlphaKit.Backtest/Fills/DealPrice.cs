namespace AlphaKit.Backtest;

/// <summary>The price of the dealing day at which orders are dealt, before slippage.</summary>
public enum DealPrice
{
    /// <summary>The opening auction. Only what is known at the open decides whether an order can be filled.</summary>
    Open = 0,

    /// <summary>The closing price.</summary>
    Close = 1,

    /// <summary>The average price of the day: amount / volume.</summary>
    Vwap = 2,
}
