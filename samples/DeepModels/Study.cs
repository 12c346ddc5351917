using AlphaKit.Factors;
using AlphaKit.Models;

namespace DeepModels;

/// <summary>Features, labels, plan and the models to compare on them.</summary>
internal sealed record Study(string Name, FeatureTensor Features, LabelValues Labels, WalkForwardPlan Plan, IReadOnlyList<(string Name, ModelSpec Model)> Models)
{
    /// <summary>A further row: the mean of the z-scores of some of the models.</summary>
    public (string Name, IReadOnlyList<string> Models)? Blend { get; init; }
}
