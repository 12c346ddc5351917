namespace AlphaKit.Models;

/// <summary>When a tree stops growing.</summary>
/// <param name="MostLeaves">Most leaves.</param>
/// <param name="MostDepth">Most splits from the root to a leaf.</param>
/// <param name="LeastSamples">Least weight of a leaf.</param>
/// <param name="Penalty">λ: added to the weight of a leaf.</param>
/// <param name="FeaturesPerSplit">Features drawn for each split; 0 for all.</param>
internal sealed record TreeGrowth(int MostLeaves, int MostDepth, double LeastSamples, double Penalty, int FeaturesPerSplit);
