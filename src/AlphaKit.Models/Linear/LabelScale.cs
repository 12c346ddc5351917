namespace AlphaKit.Models;

/// <summary>How labels are transformed per day before a model is fitted.</summary>
public enum LabelScale
{
    /// <summary>(y − mean) / standard deviation over the samples of the day, divisor N.</summary>
    ZScore = 0,

    /// <summary>Φ⁻¹((rank − 0.5) / n): ranks 1 to n over the samples of the day, ties at their mean rank, mapped to a normal distribution.</summary>
    RankToNormal = 1,

    /// <summary>As they are, in the unit of the label: returns. Classes by fixed thresholds need it.</summary>
    None = 2,
}
