namespace AlphaKit.Portfolio.Tests;

public sealed class QuadraticOptimalityTests
{
    private static readonly DateOnly s_day = new(2024, 1, 5);

    [Fact]
    [Trait("Speed", "Slow")]
    public void Small_quadratic_problems_agree_with_the_best_of_all_faces()
    {
        for (ulong seed = 0; seed < 150; seed++)
        {
            RandomStream random = RandomStream.Create(seed, "faces");
            int n = 2 + random.NextInt32(2);
            double[] inside = Normalised(random, n), benchmark = Normalised(random, n), held = Normalised(random, n), mu = [.. Enumerable.Range(0, n).Select(_ => 0.01 * random.NextNormal())];
            double[] lower = [.. inside.Select(w => Math.Max(0, w - (0.3 * random.NextDouble())))], upper = [.. inside.Select(w => w + (0.3 * random.NextDouble()))];
            double[] x = [.. Enumerable.Range(0, n).Select(_ => random.NextNormal())], factors = [.. Enumerable.Range(0, n * 2).Select(_ => random.NextNormal())];
            double[] specific = [.. Enumerable.Range(0, n).Select(_ => 1e-4 + (4e-4 * random.NextDouble()))];
            FactorRisk risk = new(s_day, [.. Enumerable.Range(0, n).Select(Enhancements.Name)], ["a", "b"], factors, [2e-4, 5e-5, 5e-5, 1e-4], specific);
            double at = x.Zip(inside).Sum(t => t.First * t.Second), lambda = Math.Pow(10, random.NextDouble(0, 3)), buy = 0.001 * random.NextInt32(2), sell = 0.002 * random.NextInt32(2);
            double? cap = random.NextInt32(2) == 0 ? null : inside.Zip(held).Sum(t => Math.Abs(t.First - t.Second)) + (0.1 * random.NextDouble());
            PortfolioProblem p = PortfolioProblem.For(risk.Symbols).Benchmark(benchmark).Maximise(mu).Risk(risk, lambda).Holding(held).Costs(buy, sell)
                .Budget(1).Bounds(lower, upper).Exposure("x", x, at - 0.05, at + 0.05, Measured.Absolute);
            if (cap is { } most) p = p.Turnover(most);

            double[,] covariance = new double[n, n];
            double[] unit = new double[n], column = new double[n];
            for (int j = 0; j < n; j++)
            {
                Array.Clear(unit);
                unit[j] = 1;
                risk.CovarianceTimes(unit, column);
                for (int i = 0; i < n; i++) covariance[i, j] = column[i];
            }

            double[] ones = [.. Enumerable.Repeat(1.0, n)];
            double expected = FaceEnumeration.Objective(mu, covariance, lambda, benchmark, held, buy, sell, lower, upper, [(ones, 1, 1), (x, at - 0.05, at + 0.05)], cap);
            PortfolioSolution s = p.Solve();
            Assert.True(s.Certificate.Holds, $"seed {seed}: {s.Certificate}");
            Assert.True(Math.Abs(s.Objective - expected) <= 1e-7 * (Math.Abs(expected) + 0.01), $"seed {seed}: {s.Objective:R}, the faces say {expected:R}");
        }
    }

    [Fact]
    public void A_full_covariance_and_its_diagonal_are_solved_in_closed_form()
    {
        // Minimum variance under Σw = 1: w = Σ⁻¹1 / 1'Σ⁻¹1. For variances 1, 2, 4 (·1e-4) without correlation: 4/7, 2/7, 1/7.
        Symbol[] names = [.. Enumerable.Range(0, 3).Select(Enhancements.Name)];
        foreach (FactorRisk risk in new[] { FactorRisk.Diagonal(s_day, names, [1e-4, 2e-4, 4e-4]), FactorRisk.FromCovariance(s_day, names, [1e-4, 0, 0, 0, 2e-4, 0, 0, 0, 4e-4]) })
        {
            PortfolioSolution s = PortfolioProblem.For(names).Risk(risk, 1, Measured.Absolute).Budget(1).Solve();
            Assert.Equal([4 / 7.0, 2 / 7.0, 1 / 7.0], s.Weights.ToArray().Select(w => Math.Round(w, 7)), (a, b) => Math.Abs(a - b) < 2e-7);
        }
    }

    [Fact]
    public void Capped_long_only_gets_the_same_answer_from_both_solvers()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            CappedProblem capped = Situations.Problem(seed, 30);
            CappedSolution exact = capped.Solve();
            Symbol[] names = [.. capped.Candidates.Select(c => c.Symbol)];
            PortfolioProblem p = PortfolioProblem.For(names)
                .Maximise([.. capped.Candidates.Select(c => c.Score)])
                .Risk(FactorRisk.Diagonal(s_day, names, [.. names.Select(_ => 1.0)]), capped.RiskAversion, Measured.Absolute)
                .Budget(exact.Invested)
                .Bounds([.. capped.Candidates.Select(c => c.Lower)], [.. capped.Candidates.Select(c => c.Upper)])
                .Holding([.. capped.Candidates.Select(c => c.Drifted)]);
            if (capped.TurnoverCap is { } cap) p = p.Turnover(cap);
            PortfolioSolution s = p.Solve();
            Assert.True(Math.Abs(s.Objective - exact.Objective) <= 1e-7 * (1 + Math.Abs(exact.Objective)), $"seed {seed}: {s.Objective:R} and {exact.Objective:R}");
        }
    }

    private static double[] Normalised(RandomStream random, int n)
    {
        double[] raw = [.. Enumerable.Range(0, n).Select(_ => 0.05 + random.NextDouble())];
        double sum = raw.Sum();
        return [.. raw.Select(r => r / sum)];
    }
}
