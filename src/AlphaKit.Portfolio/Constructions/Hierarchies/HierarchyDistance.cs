namespace AlphaKit.Portfolio;

/// <summary>What a <see cref="HierarchicalRiskParity"/> clusters by.</summary>
public enum HierarchyDistance
{
    /// <summary>d_ij = √((1 − ρ_ij) / 2). O(N²·K).</summary>
    Correlation = 0,

    /// <summary>The Euclidean distance between the columns of that d, as in the original paper: names are near when they are near to the same others. O(N³).</summary>
    DistanceOfDistances = 1,
}
