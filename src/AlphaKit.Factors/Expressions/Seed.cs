namespace AlphaKit.Factors;

/// <summary>What a recursive mean starts with.</summary>
public enum Seed
{
    /// <summary>The first value present (MyTT and Tushare practice; pandas <c>ewm(adjust=False)</c>).</summary>
    FirstValue = 0,

    /// <summary>The plain mean of the first n values present, standing at the n-th (Wilder's and TA-Lib's practice).</summary>
    Average = 1,
}
