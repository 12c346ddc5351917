namespace AlphaKit.Portfolio;

/// <summary>Weights ∝ 1/σ, the standard deviation of each name on its own; correlations are not looked at (反波动率加权).</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed record InverseVolatility : RiskWeighting
{
    /// <summary>Makes the weighting.</summary>
    /// <param name="risk">The risk of every decision day.</param>
    public InverseVolatility(RiskHistory risk)
        : base(risk)
    {
    }

    /// <inheritdoc/>
    public override string Name => "inverse volatility";

    /// <summary>The weights of all names of a risk: (1/σ_i) / Σ (1/σ_j).</summary>
    /// <param name="risk">The risk; at least one name.</param>
    /// <returns>Weights that sum to one, in the order of <see cref="FactorRisk.Symbols"/>.</returns>
    /// <exception cref="InvalidRiskException">A name has no variance.</exception>
    /// <exception cref="InsufficientDataException">The risk holds no name.</exception>
    public static double[] Of(FactorRisk risk)
    {
        RiskRoots roots = RiskRoots.Of(risk);
        double[] weights = new double[roots.Count];
        for (int i = 0; i < weights.Length; i++) weights[i] = 1 / Math.Sqrt(roots.Variance[i]);
        Proportions.Normalise(weights);
        return weights;
    }

    /// <inheritdoc/>
    protected override double[] Weights(FactorRisk risk) => Of(risk);
}
