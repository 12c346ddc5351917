namespace AlphaKit.Portfolio;

/// <summary>Weights that meet risk budgets, with what shows it.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class RiskBudgetSolution
{
    internal RiskBudgetSolution(FactorRisk risk, double[] weights, double[] budgets, int sweeps, double residual)
    {
        Weights = [.. risk.Symbols.Select((s, i) => KeyValuePair.Create(s, weights[i]))];
        Variance = risk.Variance(weights);
        double[] slopes = new double[weights.Length];
        risk.CovarianceTimes(weights, slopes);
        Contributions = [.. slopes.Select((slope, i) => weights[i] * slope / Variance)];
        Budgets = budgets;
        Sweeps = sweeps;
        Residual = residual;
    }

    /// <summary>The weights, in the order of <see cref="FactorRisk.Symbols"/>; above 0, their sum is 1.</summary>
    public IReadOnlyList<KeyValuePair<Symbol, double>> Weights { get; }

    /// <summary>Variance of the portfolio per trading day.</summary>
    public double Variance { get; }

    /// <summary>Contribution of each name to the variance, w_i (Σw)_i / wᵀΣw; their sum is 1.</summary>
    public IReadOnlyList<double> Contributions { get; }

    /// <summary>What each contribution should be; their sum is 1.</summary>
    public IReadOnlyList<double> Budgets { get; }

    /// <summary>Sweeps over all names that the descent took.</summary>
    public int Sweeps { get; }

    /// <summary>The largest relative difference between a contribution and its budget in the last sweep.</summary>
    public double Residual { get; }
}
