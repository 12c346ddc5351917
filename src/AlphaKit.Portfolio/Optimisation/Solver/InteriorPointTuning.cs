namespace AlphaKit.Portfolio;

/// <summary>How hard the interior point tries.</summary>
/// <param name="Tolerance">Stops when relative gap, row residual and dual residual are all below it.</param>
/// <param name="Corrections">Most centrality corrections per iteration.</param>
/// <param name="Refinements">Steps of iterative refinement per Newton system.</param>
/// <param name="CentralStart">0 starts near the answer of an ordinary problem; above 0 starts in the middle, with products of this size.</param>
/// <param name="MostStalls">Iterations without progress after which it gives up.</param>
internal sealed record InteriorPointTuning(double Tolerance, int Corrections, int Refinements, double CentralStart, int MostStalls)
{
    /// <summary>The ordinary way.</summary>
    public static InteriorPointTuning Fast { get; } = new(1e-10, 2, 0, 0, 8);

    /// <summary>What is tried when the ordinary way does not end in a certificate.</summary>
    public static InteriorPointTuning Careful { get; } = new(1e-11, 2, 1, 10, 20);

    /// <summary>All ways, in the order in which they are tried.</summary>
    public static IReadOnlyList<InteriorPointTuning> All { get; } =
        [Fast, Careful, Careful with { CentralStart = 1e4, Refinements = 3 }, Careful with { CentralStart = 0.1, Corrections = 0, Refinements = 3 }];
}
