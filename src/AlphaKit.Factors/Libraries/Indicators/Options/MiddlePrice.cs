namespace AlphaKit.Factors;

/// <summary>The middle price of a day in CR.</summary>
public enum MiddlePrice
{
    /// <summary>(H + L)/2 (most terminals).</summary>
    HighLow = 0,

    /// <summary>(H + L + C)/3 (Tushare).</summary>
    Typical = 1,
}
