namespace AlphaKit.Factors;

/// <summary>In which unit the width of a MAD band is counted.</summary>
public enum MadScale
{
    /// <summary>MAD × 1.4826, which estimates the standard deviation of normal data: 3 means about three standard deviations.</summary>
    Normal = 0,

    /// <summary>The plain median absolute deviation: a band of 3 is then as narrow as two standard deviations of normal data.</summary>
    Raw = 1,
}
