namespace AlphaKit.Factors;

/// <summary>What the bar of MACD shows.</summary>
public enum MacdBar
{
    /// <summary>DIF − DEA (TA-Lib, Western practice).</summary>
    Difference = 0,

    /// <summary>2·(DIF − DEA) (Chinese terminals, MyTT, Tushare).</summary>
    Doubled = 1,
}
