namespace AlphaKit.Portfolio;

/// <summary>Weights by hierarchy, and the tree behind them.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class HierarchySolution
{
    internal HierarchySolution(IReadOnlyList<Symbol> symbols, ClusterMerge[] merges, int[] leaves, double[] weights)
    {
        Weights = [.. symbols.Select((s, i) => KeyValuePair.Create(s, weights[i]))];
        Merges = merges;
        Leaves = [.. leaves.Select(l => symbols[l])];
    }

    /// <summary>The weights, in the order of the risk's names; above 0, their sum is 1.</summary>
    public IReadOnlyList<KeyValuePair<Symbol, double>> Weights { get; }

    /// <summary>The N − 1 steps of the clustering, by distance.</summary>
    public IReadOnlyList<ClusterMerge> Merges { get; }

    /// <summary>The names in the order of the tree's leaves.</summary>
    public IReadOnlyList<Symbol> Leaves { get; }
}
