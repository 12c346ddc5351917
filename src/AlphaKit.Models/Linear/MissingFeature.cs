namespace AlphaKit.Models;

/// <summary>What a linear scorer does with a name that lacks a feature. A name that lacks all features never has a score.</summary>
public enum MissingFeature
{
    /// <summary>The scaled feature counts 0, which is the mean of the day after z-scoring.</summary>
    Zero = 0,

    /// <summary>The name is no sample and gets no score.</summary>
    LeaveOut = 1,
}
