namespace AlphaKit.Models;

/// <summary>How the values of a window are scaled. Nothing after the day of the sample is ever looked at.</summary>
public enum SequenceScale
{
    /// <summary>Each feature of each day is z-scored over the members of that day (divisor N); a constant feature is 0. Missing values become 0, the mean.</summary>
    ZScorePerDay = 0,

    /// <summary>Each feature of a window is divided by its last value that is there and not 0, less 1. Missing values become 0: no change. For prices and volumes.</summary>
    LastValue = 1,

    /// <summary>Values are taken as they are; missing values become 0.</summary>
    None = 2,
}
