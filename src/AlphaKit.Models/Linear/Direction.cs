namespace AlphaKit.Models;

/// <summary>Which values of a feature are good.</summary>
public enum Direction
{
    /// <summary>High values are good.</summary>
    HighIsGood = 1,

    /// <summary>Low values are good.</summary>
    LowIsGood = -1,
}
