namespace AlphaKit.Factors;

/// <summary>What is subtracted from the return.</summary>
public enum LabelExcess
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The mean label of the day's universe members that have one.</summary>
    CrossSectionMean = 1,
}
