namespace AlphaKit.Backtest;

/// <summary>How an order is spread over the minutes of its window.</summary>
public enum MinuteMethod
{
    /// <summary>In proportion to the market's volume: dealt at amount / volume of the minutes that could be dealt in (成交量加权).</summary>
    Vwap = 0,

    /// <summary>In equal parts: each minute takes what is left / minutes left, as far as its volume allows; the rest goes to later minutes (时间加权).</summary>
    Twap = 1,
}
