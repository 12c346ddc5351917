namespace AlphaKit.Factors;

/// <summary>Which Keltner channel.</summary>
public enum KeltnerStyle
{
    /// <summary>EMA of the close and Wilder's ATR.</summary>
    Western = 0,

    /// <summary>EMA of (H + L + C)/3 and the plain mean of the true range (MyTT, Tushare).</summary>
    Chinese = 1,
}
