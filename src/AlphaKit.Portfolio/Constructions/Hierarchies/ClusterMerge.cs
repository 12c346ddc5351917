namespace AlphaKit.Portfolio;

/// <summary>One step of hierarchical clustering.</summary>
/// <param name="Left">One cluster: a name 0 to N − 1, or N + k for the result of step k; below <paramref name="Right"/>.</param>
/// <param name="Right">The other.</param>
/// <param name="Distance">How far apart they are.</param>
/// <param name="Count">Names in the result.</param>
public readonly record struct ClusterMerge(int Left, int Right, double Distance, int Count);
