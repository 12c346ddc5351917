namespace AlphaKit.Factors;

/// <summary>Where the volume of unchanged days goes in the volume ratio VR.</summary>
public enum FlatDays
{
    /// <summary>With the falling days (MyTT, Tushare).</summary>
    WithFalling = 0,

    /// <summary>Half to each side (most terminals).</summary>
    Halved = 1,
}
