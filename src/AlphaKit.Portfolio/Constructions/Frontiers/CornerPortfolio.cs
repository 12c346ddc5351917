namespace AlphaKit.Portfolio;

/// <summary>A portfolio on the efficient frontier.</summary>
/// <param name="Tolerance">λ for which it maximises λ · return − ½ · variance: infinite at the highest return, 0 at the lowest variance.</param>
/// <param name="Return">Expected return, in the unit of the returns given.</param>
/// <param name="Variance">Variance per trading day.</param>
/// <param name="Weights">Weights in the order of the frontier's names; their sum is the invested share.</param>
public sealed record CornerPortfolio(double Tolerance, double Return, double Variance, IReadOnlyList<double> Weights)
{
    /// <summary>Standard deviation per trading day.</summary>
    public double Volatility => Math.Sqrt(Variance);
}
