using AlphaKit.TestSupport;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaKit.Portfolio.Tests;

public sealed class MeanVarianceFrontierTests
{
    [Fact]
    public void Two_uncorrelated_names_by_hand()
    {
        // Σ = diag(1, 4), μ = (1, 2). Minimum variance: 4/5, 1/5. On the frontier w2 = (1 + λ)/5: at the corner λ = 4 all is in name 2.
        MeanVarianceFrontier frontier = MeanVarianceFrontier.Of([1, 2], FactorRisk.Diagonal(Risks.Day, Risks.Names(2), [1, 4]));
        Assert.Equal([0.8, 0.2], frontier.MinimumVariance.Weights, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([0, 1], frontier.MaximumReturn.Weights, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(4, frontier.Corners[1].Tolerance, 12);
        Assert.Equal(0.4, frontier.AtTolerance(1).Weights[1], 12);
        Assert.Equal(0.5, frontier.AtReturn(1.5).Weights[1], 12);
        Assert.Equal(0.5, frontier.AtVolatility(Math.Sqrt(1.25)).Weights[1], 12);

        // Tangent through 0: w ∝ Σ⁻¹μ = (1, 1/2).
        Assert.Equal(1 / 3.0, frontier.MaximumSharpe().Weights[1], 12);
    }

    [Fact]
    public void A_third_name_enters_at_its_corner()
    {
        // Σ = I, μ = (3, 2, 0): w = λμ + γ. Only name 1 while λ ≥ 1; with names 1 and 2, γ = (1 − 5λ)/2, so w2 = (1 − λ)/2, w1 = (1 + λ)/2;
        // name 3 enters where γ = 0, at λ = 1/5.
        MeanVarianceFrontier frontier = MeanVarianceFrontier.Of([3, 2, 0], FactorRisk.Diagonal(Risks.Day, Risks.Names(3), [1, 1, 1]));
        Assert.Equal([double.PositiveInfinity, 1, 0.2, 0], frontier.Corners.Select(c => c.Tolerance), (a, b) => a == b || Math.Abs(a - b) < 1e-12);
        Assert.Equal([0.6, 0.4, 0], frontier.Corners[2].Weights, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.All(frontier.MinimumVariance.Weights, w => Assert.Equal(1 / 3.0, w, 12));
    }

    [Fact]
    public void Every_point_agrees_with_a_search_over_all_sets_of_bounds() => Properties.Holds(Gen.Choose(0, int.MaxValue), seed =>
    {
        RandomStream random = RandomStream.Create((ulong)seed, "frontier");
        int n = 2 + random.NextInt32(4);
        FactorRisk risk = Risks.Random((ulong)seed, n, 2);
        double[] returns = [.. Enumerable.Range(0, n).Select(_ => 0.001 * random.NextNormal())];
        if (random.NextInt32(4) == 0) returns[1] = returns[0];
        FrontierOptions options = new() { MaxWeight = random.NextInt32(2) == 0 ? 1 : Math.Min(1, (1.1 + random.NextDouble()) / n), MinWeight = random.NextInt32(3) == 0 ? -0.2 : 0, Invested = random.NextInt32(2) == 0 ? 1 : 0.8 };
        MeanVarianceFrontier frontier = MeanVarianceFrontier.Of(returns, risk, options);
        double[,] dense = Risks.Dense(risk);
        foreach (double lambda in (double[])[0, 0.01, 0.1, 0.3, 1, 3])
        {
            double expected = Best(dense, returns, lambda, options), actual = Value(dense, returns, lambda, [.. frontier.AtTolerance(lambda).Weights]);
            if (Math.Abs(expected - actual) > 1e-9 * (Math.Abs(expected) + 1e-3)) return false;
        }

        return frontier.Corners.All(c => Math.Abs(c.Weights.Sum() - options.Invested) < 1e-10 && c.Weights.All(w => w >= options.MinWeight - 1e-12 && w <= options.MaxWeight + 1e-12))
            && frontier.Corners.Zip(frontier.Corners.Skip(1), (a, b) => a.Tolerance > b.Tolerance && a.Return >= b.Return - 1e-12 && a.Variance >= b.Variance - 1e-12).All(x => x);
    });

    [Fact]
    public void Of_equal_returns_the_end_of_the_frontier_has_the_lower_variance()
    {
        // μ = (1, 1, 0), Σ = diag(1, 3, 1): the highest return at the lowest variance is 3/4, 1/4.
        MeanVarianceFrontier frontier = MeanVarianceFrontier.Of([1, 1, 0], FactorRisk.Diagonal(Risks.Day, Risks.Names(3), [1, 3, 1]));
        Assert.Equal([0.75, 0.25, 0], frontier.MaximumReturn.Weights, (a, b) => Math.Abs(a - b) < 1e-8);
        Assert.Equal(double.PositiveInfinity, frontier.MaximumReturn.Tolerance);
        Assert.Equal(frontier.MaximumReturn.Weights, frontier.AtTolerance(1e6).Weights, (a, b) => Math.Abs(a - b) < 1e-8);
    }

    [Theory]
    [InlineData(60, 5, 0.1)]
    [InlineData(200, 10, 1)]
    [InlineData(200, 10, 0.02)]
    public void Larger_frontiers_meet_the_conditions_of_optimality(int n, int k, double cap)
    {
        FactorRisk risk = Risks.Random(11, n, k);
        RandomStream random = RandomStream.Create(3, "returns");
        double[] returns = [.. Enumerable.Range(0, n).Select(_ => 0.001 * random.NextNormal())], slopes = new double[n];
        MeanVarianceFrontier frontier = MeanVarianceFrontier.Of(returns, risk, new FrontierOptions { MaxWeight = cap });
        Assert.True(frontier.Corners.Count > 10);
        foreach (CornerPortfolio corner in frontier.Corners.Skip(1))
        {
            double[] w = [.. corner.Weights];
            risk.CovarianceTimes(w, slopes);
            double[] gradient = [.. slopes.Select((s, i) => s - (corner.Tolerance * returns[i]))];

            // Below the cap the gradient is at least, above zero at most, one common γ.
            double least = Enumerable.Range(0, n).Where(i => w[i] < cap - 1e-12).Select(i => gradient[i]).DefaultIfEmpty(double.PositiveInfinity).Min();
            double most = Enumerable.Range(0, n).Where(i => w[i] > 1e-12).Select(i => gradient[i]).Max();
            Assert.True(most - least < 1e-9 * slopes.Max(Math.Abs), $"gap {most - least:R} at λ = {corner.Tolerance:R}");
        }
    }

    [Fact]
    public void Sharpe_is_the_highest_of_many_points()
    {
        FactorRisk risk = Risks.Random(5, 20, 3);
        RandomStream random = RandomStream.Create(5, "returns");
        MeanVarianceFrontier frontier = MeanVarianceFrontier.Of([.. Enumerable.Range(0, 20).Select(_ => 0.001 * random.NextDouble())], risk);
        double best = Ratio(frontier.MaximumSharpe(0.0001)), low = frontier.MinimumVariance.Return, high = frontier.MaximumReturn.Return;
        for (int i = 0; i <= 1000; i++) Assert.True(best >= Ratio(frontier.AtReturn(low + ((high - low) * i / 1000))) - 1e-12);

        static double Ratio(CornerPortfolio p) => (p.Return - 0.0001) / p.Volatility;
    }

    [Fact]
    public void Bad_input_is_refused_by_name()
    {
        FactorRisk risk = FactorRisk.Diagonal(Risks.Day, Risks.Names(3), [1, 1, 1]);
        Assert.Throws<ArgumentException>(() => MeanVarianceFrontier.Of([1, 2], risk));
        Assert.Contains("600002", Assert.Throws<ArgumentException>(() => MeanVarianceFrontier.Of([1, double.NaN, 2], risk)).Message, StringComparison.Ordinal);
        Assert.Throws<InfeasibleProblemException>(() => MeanVarianceFrontier.Of([1, 2, 3], risk, new FrontierOptions { MaxWeight = 0.3 }));
        Assert.Throws<InfeasibleProblemException>(() => MeanVarianceFrontier.Of([1, 2, 3], risk, new FrontierOptions { MinWeight = 0.4 }));
        Assert.Throws<InvalidRiskException>(() => MeanVarianceFrontier.Of([1, 2, 3], Risks.Of([1, 2, 4], [0, 0, 0])));
        MeanVarianceFrontier frontier = MeanVarianceFrontier.Of([1, 2, 3], risk);
        Assert.Throws<ArgumentOutOfRangeException>(() => frontier.AtReturn(3.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => frontier.AtVolatility(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => frontier.AtTolerance(-1));
        Assert.Throws<InsufficientDataException>(() => frontier.MaximumSharpe(3));
    }

    private static double Value(double[,] dense, double[] returns, double lambda, double[] w)
    {
        double value = 0;
        for (int i = 0; i < w.Length; i++)
        {
            value += lambda * returns[i] * w[i];
            for (int j = 0; j < w.Length; j++) value -= 0.5 * w[i] * dense[i, j] * w[j];
        }

        return value;
    }

    /// <summary>The best feasible stationary point over every assignment of names to lower bound, upper bound or between.</summary>
    private static double Best(double[,] dense, double[] returns, double lambda, FrontierOptions options)
    {
        int n = returns.Length;
        double best = double.NegativeInfinity;
        for (int code = 0; code < Math.Pow(3, n); code++)
        {
            int[] state = new int[n];
            for (int i = 0, rest = code; i < n; i++, rest /= 3) state[i] = rest % 3;
            int[] free = [.. Enumerable.Range(0, n).Where(i => state[i] == 2)];
            double[] w = [.. state.Select(s => s == 0 ? options.MinWeight : s == 1 ? options.MaxWeight : 0)];
            int f = free.Length;
            double[,] system = new double[f + 1, f + 2];
            for (int i = 0; i < f; i++)
            {
                for (int j = 0; j < f; j++) system[i, j] = dense[free[i], free[j]];
                system[i, f] = -1;
                system[f, i] = 1;
                system[i, f + 1] = lambda * returns[free[i]];
                for (int j = 0; j < n; j++) system[i, f + 1] -= dense[free[i], j] * w[j];
            }

            system[f, f + 1] = options.Invested - w.Sum();
            if (f == 0 ? Math.Abs(system[0, 1]) > 1e-12 : !Solve(system, f + 1)) continue;
            for (int i = 0; i < f; i++) w[free[i]] = system[i, f + 1];
            if (w.All(x => x >= options.MinWeight - 1e-12 && x <= options.MaxWeight + 1e-12)) best = Math.Max(best, Value(dense, returns, lambda, w));
        }

        return best;
    }

    private static bool Solve(double[,] m, int n)
    {
        for (int k = 0; k < n; k++)
        {
            int pivot = Enumerable.Range(k, n - k).MaxBy(r => Math.Abs(m[r, k]));
            if (Math.Abs(m[pivot, k]) < 1e-15) return false;
            for (int j = 0; j <= n; j++) (m[k, j], m[pivot, j]) = (m[pivot, j], m[k, j]);
            for (int r = 0; r < n; r++)
            {
                if (r == k) continue;
                double factor = m[r, k] / m[k, k];
                for (int j = k; j <= n; j++) m[r, j] -= factor * m[k, j];
            }
        }

        for (int k = 0; k < n; k++) m[k, n] /= m[k, k];
        return true;
    }
}
