namespace AlphaKit.Factors;

/// <summary>Features, and which of them had to be computed.</summary>
/// <param name="Features">The features, as <see cref="FactorSet.Compute"/> gives them.</param>
/// <param name="Computed">Names of the factors that were not in the cache.</param>
public sealed record CachedComputation(FeatureTensor Features, IReadOnlyList<string> Computed);
