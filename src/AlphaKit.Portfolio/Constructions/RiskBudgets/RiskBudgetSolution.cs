namespace AlphaKit.Portfolio;

/// <summary>Weights that meet risk budgets, with what shows it.</summary>
/// <threadsafety>Immutable; safe for concurrent use.</threadsafety>
public sealed class RiskBudgetSolution
{
    internal RiskBudgetSolution(FactorRisk risk, double[] weights, double[] budgets, int steps, double residual)
    {
        Weights = [.. risk.Symbols.Select((s, i) => KeyValuePair.Create(s, weights[i]))];
        Variance = risk.Variance(weights);
        double[] slopes = new double[weights.Length];
        risk.CovarianceTimes(weights, slopes);
        Contributions = [.. slopes.Select((slope, i) => weights[i] * slope / Variance)];
        Budgets = budgets;
        Steps = steps;
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

    /// <summary>Sweeps over all names and Newton steps that it took.</summary>
    public int Steps { get; }

    /// <summary>The largest relative difference between a contribution and its budget at the end.</summary>
    public double Residual { get; }
}
