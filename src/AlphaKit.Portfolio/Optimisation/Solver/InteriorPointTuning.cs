namespace AlphaKit.Portfolio;

/// <summary>How hard the interior point tries.</summary>
/// <param name="Tolerance">Stops when relative gap, row residual and dual residual are all below it.</param>
/// <param name="Corrections">Most centrality corrections per iteration.</param>
/// <param name="Refinements">Steps of iterative refinement per Newton system.</param>
/// <param name="StartScale">Multiplies the multipliers of the starting point.</param>
internal sealed record InteriorPointTuning(double Tolerance, int Corrections, int Refinements, double StartScale)
{
    /// <summary>The ordinary way.</summary>
    public static InteriorPointTuning Fast { get; } = new(1e-10, 2, 0, 1);

    /// <summary>What is tried when the ordinary way does not end in a certificate.</summary>
    public static InteriorPointTuning Careful { get; } = new(1e-11, 1, 2, 100);
}
