namespace AlphaKit.Portfolio;

/// <summary>What a limit or a risk is measured on.</summary>
public enum Measured
{
    /// <summary>On the weights w themselves.</summary>
    Absolute = 0,

    /// <summary>On the active weights w − benchmark (主动权重).</summary>
    Active = 1,
}
