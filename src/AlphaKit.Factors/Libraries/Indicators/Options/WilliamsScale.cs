namespace AlphaKit.Factors;

/// <summary>Sign of Williams' %R.</summary>
public enum WilliamsScale
{
    /// <summary>−100 at the low of the window, 0 at its high (Williams, TA-Lib).</summary>
    Negative = 0,

    /// <summary>100 at the low of the window, 0 at its high (Chinese terminals, MyTT, Tushare).</summary>
    Positive = 1,
}
