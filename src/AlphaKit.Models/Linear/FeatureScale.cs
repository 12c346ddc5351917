namespace AlphaKit.Models;

/// <summary>How a linear scorer scales each feature before it uses it.</summary>
public enum FeatureScale
{
    /// <summary>(x − mean) / standard deviation over the day's members that have it, divisor N; all 0 on a day where it is constant.</summary>
    ZScorePerDay = 0,

    /// <summary>As it comes.</summary>
    AsGiven = 1,
}
