namespace AlphaKit;

/// <summary>What a trading-type delisting threshold is about.</summary>
public enum DelistingMeasure
{
    /// <summary>Daily closing price, CNY per share.</summary>
    Close = 0,

    /// <summary>Total market value at the close, CNY.</summary>
    MarketCap = 1,
}
