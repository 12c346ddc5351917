using AlphaKit.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaKit.Portfolio.Tests;

public sealed class RiskParityTests
{
    [Fact]
    public void Uncorrelated_names_are_held_inversely_to_their_deviation()
    {
        // σ = 1 %, 2 %, 4 %: 1 : 1/2 : 1/4 = 4/7, 2/7, 1/7.
        FactorRisk risk = FactorRisk.Diagonal(Risks.Day, Risks.Names(3), [1e-4, 4e-4, 16e-4]);
        RiskBudgetSolution solution = RiskParity.Of(risk);
        Assert.Equal([4 / 7.0, 2 / 7.0, 1 / 7.0], solution.Weights.Select(w => Math.Round(w.Value, 14)).Select(w => w), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(InverseVolatility.Of(risk), solution.Weights.Select(w => w.Value), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Two_names_share_risk_inversely_to_their_deviation_whatever_their_correlation()
    {
        // For two names the solution does not depend on the correlation: w1/w2 = σ2/σ1. Here σ = 1 % and 3 %, ρ = 0.8.
        FactorRisk risk = FactorRisk.FromCovariance(Risks.Day, Risks.Names(2), [1e-4, 2.4e-4, 2.4e-4, 9e-4]);
        Assert.Equal(0.75, RiskParity.Of(risk).Weights[0].Value, 12);
    }

    [Fact]
    public void Budgets_of_uncorrelated_names_are_squared_weights_times_variance()
    {
        // w ∝ √b / σ: budgets 4 : 1 and equal deviations give 2 : 1.
        FactorRisk risk = FactorRisk.Diagonal(Risks.Day, Risks.Names(2), [1e-4, 1e-4]);
        RiskBudgetSolution solution = RiskParity.Of(risk, [4, 1]);
        Assert.Equal(2 / 3.0, solution.Weights[0].Value, 12);
        Assert.Equal([0.8, 0.2], solution.Contributions, (a, b) => Math.Abs(a - b) < 1e-10);
    }

    [Fact]
    public void Contributions_equal_budgets_by_the_dense_definition() => Properties.Holds(Gen.Choose(0, int.MaxValue), seed =>
    {
        RandomStream random = RandomStream.Create((ulong)seed, "budgets");
        int n = 2 + random.NextInt32(30), k = 1 + random.NextInt32(6);
        FactorRisk risk = Risks.Random((ulong)seed, n, k);
        double[] budgets = [.. Enumerable.Range(0, n).Select(_ => 0.05 + random.NextDouble())];
        double[] w = [.. RiskParity.Of(risk, budgets).Weights.Select(x => x.Value)];
        double[,] dense = Risks.Dense(risk);
        double[] part = new double[n];
        double variance = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) part[i] += w[i] * dense[i, j] * w[j];
            variance += part[i];
        }

        return Math.Abs(w.Sum() - 1) < 1e-12 && w.All(x => x > 0)
            && Enumerable.Range(0, n).All(i => Math.Abs((part[i] / variance / (budgets[i] / budgets.Sum())) - 1) < 1e-8);
    });

    [Fact]
    public void Five_hundred_names_take_few_steps()
    {
        RiskBudgetSolution solution = RiskParity.Of(Risks.Random(7, 500, 41));
        Assert.InRange(solution.Residual, 0, 1e-10);
        Assert.InRange(solution.Steps, 1, 20);
    }

    [Fact]
    public void A_name_without_variance_is_named()
    {
        FactorRisk risk = FactorRisk.Diagonal(Risks.Day, Risks.Names(2), [1e-4, 0]);
        InvalidRiskException error = Assert.Throws<InvalidRiskException>(() => RiskParity.Of(risk));
        Assert.Equal(Situation.Name(2), error.Symbol);
    }

    [Fact]
    public void Names_that_cancel_each_other_are_refused()
    {
        // Returns +x and −x: half of each has no risk at all.
        FactorRisk risk = Risks.Of([0.01, -0.01], [0, 0]);
        RiskBudgetException error = Assert.Throws<RiskBudgetException>(() => RiskParity.Of(risk));
        Assert.Equal(RiskParity.MostSteps, error.Steps);
    }

    [Fact]
    public void Bad_budgets_are_refused()
    {
        FactorRisk risk = FactorRisk.Diagonal(Risks.Day, Risks.Names(2), [1e-4, 1e-4]);
        Assert.Throws<ArgumentException>(() => RiskParity.Of(risk, [1]));
        Assert.Contains("600002", Assert.Throws<ArgumentException>(() => RiskParity.Of(risk, [1, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RiskParity(Risks.Always(risk)) { Budgets = new Dictionary<Symbol, double> { [Situation.Name(1)] = double.NaN } });
        Assert.Throws<InsufficientDataException>(() => RiskParity.Of(FactorRisk.Diagonal(Risks.Day, [], [])));
    }
}
