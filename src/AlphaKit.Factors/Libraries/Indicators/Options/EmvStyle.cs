namespace AlphaKit.Factors;

/// <summary>Which ease of movement.</summary>
public enum EmvStyle
{
    /// <summary>Relative to the price, the mean volume and the mean range (Chinese terminals, MyTT, Tushare).</summary>
    Chinese = 0,

    /// <summary>Arms' own: yuan per hundred million shares.</summary>
    Arms = 1,
}
