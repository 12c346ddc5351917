namespace AlphaKit.Factors;

/// <summary>How an indicator of ranges is averaged.</summary>
public enum Smoothing
{
    /// <summary>Wilder's mean, started with the mean of the first days (Wilder, TA-Lib).</summary>
    Wilder = 0,

    /// <summary>The plain mean of the last days (Chinese terminals, MyTT, Tushare).</summary>
    Simple = 1,
}
