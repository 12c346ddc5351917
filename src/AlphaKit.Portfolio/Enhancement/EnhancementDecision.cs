namespace AlphaKit.Portfolio;

/// <summary>One decision of <see cref="IndexEnhancement"/>: what was chosen, what stood in the way.</summary>
/// <param name="Date">The day of the decision.</param>
/// <param name="Target">The wanted weights, or the wish to keep the holdings with its reason.</param>
/// <param name="Solution">The solution with its certificate; null when the holdings are kept.</param>
/// <param name="Relaxations">What was loosened, in order; empty when all limits are met as set.</param>
/// <param name="Cause">Why the limits could not be met as set; null when they are.</param>
public sealed record EnhancementDecision(
    DateOnly Date, TargetWeights Target, PortfolioSolution? Solution, IReadOnlyList<EnhancementRelaxation> Relaxations, string? Cause);
