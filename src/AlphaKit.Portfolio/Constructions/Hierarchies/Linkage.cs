namespace AlphaKit.Portfolio;

/// <summary>How far apart two clusters are.</summary>
public enum Linkage
{
    /// <summary>As their nearest members.</summary>
    Single = 0,

    /// <summary>As their farthest members.</summary>
    Complete = 1,

    /// <summary>As the mean over all pairs of members (UPGMA).</summary>
    Average = 2,

    /// <summary>By the growth of the sum of squares when they merge (Ward), with distances taken as Euclidean.</summary>
    Ward = 3,
}
